// The sentences of the product that can be read whole, from the top. What a messenger or the learner says is not ours.
() => {
  const others = "time, script, style, template, .theirs, .me, .spoiler, .heard-only, .day";
  const range = document.createRange(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const inSight = ({ left, top, right, bottom }) => {
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const node = range.startContainer.parentElement;
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && over && (node.contains(over) || over.contains(node));
  };
  const paragraph = (node) => {
    let block = node.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  };
  const rows = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, block = paragraph(node);
    if (node.parentElement.closest(others) || !node.parentElement.checkVisibility()) continue;
    node.data.split("\n").reduce((at, text, n) => {
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const whole = [...range.getClientRects()].every(inSight), row = rows.at(-1);
      if (n || row?.block !== block) rows.push({ block, text, whole });
      else Object.assign(row, { text: row.text + text, whole: row.whole && whole });
      return at + text.length + 1;
    }, 0);
  }
  const read = rows.filter(({ text, whole }) => whole && /[가-힣]/.test(text)).map(({ text }) => text.trim());
  return [...read, ...[...document.querySelectorAll("[placeholder]")].map((field) => field.placeholder)];
}
