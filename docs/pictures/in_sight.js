// The sentences of the product that can be read whole, from the top; what belongs to a messenger is marked as theirs.
() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  const theirs = "time, script, style, template, .theirs, .spoiler, .heard-only, .day";
  const inSight = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(theirs) || !node.parentElement.checkVisibility()) continue;
    let at = 0;
    for (const line of node.data.split("\n")) {
      range.setStart(node, at);
      range.setEnd(node, at + line.length);
      at += line.length + 1;
      const rects = [...range.getClientRects()];
      const covered = ({ left, top, right, bottom }) => {
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !over || !(node.parentElement.contains(over) || over.contains(node.parentElement));
      };
      if (/[가-힣]/.test(line) && rects.length && rects.every((rect) => inSight(rect) && !covered(rect))) found.push(line.trim());
    }
  }
  for (const field of document.querySelectorAll("[placeholder]:not(.theirs)")) found.push(field.placeholder);
  return found;
}
