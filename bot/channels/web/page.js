"use strict";
const [tagline, standing, reconnecting, bell, pane, log, typing, choices, notice, trouble, box, send, plan, photo, picture] =
  "tagline standing reconnecting bell pane log typing choices notice trouble box send plan photo picture".split(" ").map((id) => document.getElementById(id));
const form = box.form;
const clock = new Intl.DateTimeFormat("ko", { hour: "numeric", minute: "2-digit" });
const dated = new Intl.DateTimeFormat("ko", { month: "long", day: "numeric", weekday: "long" });
const datedBefore = new Intl.DateTimeFormat("ko", { dateStyle: "full" }); // of another year
const MOST_ROWS = 500; // a page left open for months stays light: 200 turns, their answers, the days between them
const PATIENCE = 20000; // milliseconds until an answer counts as lost
const RECENT = 4;       // messages that count as still in sight

let shown = "";     // the buttons on the screen, to leave them alone where nothing has changed
let recent = [];    // the last messages of ours, to tell one that is there already
let last = 0;       // the number of the last bubble that the server told us of
let day = "";       // that of the last turn on the page
let busy = false;   // something was said and not yet answered
let unsent = null;  // what got no answer: said again it keeps its key, so that it counts once
let line = Promise.resolve(); // one request at a time: no answer overtakes the one before it
const inLine = (work) => (line = line.then(work, work)); // whatever became of the one before

async function ask(options, query = "") {
  const response = await fetch(`/chat${query}`, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error("refused", { cause: answer.sorry }), { passing: response.status === 503 });
  return answer;
}

// --- what is on the screen

// Browsers part a Korean particle from the quote or bracket before it, a day from its weekday, a sign from what it
// multiplies; they are held together. Words of a bubble without kinds keep the distance of paragraphs; an answer's
// sign stands before its words, however many lines they have.
const TIED = /((?:\d+월 )?\S+\([월화수목금토일]\)|\S+ ×|\S[”’」』》)\]]\p{Script=Hangul}|(?<=^|\n)[✓✗·] |\n{2,})/u;
const held = (words) => (/^\n/.test(words) ? "gap" : /^[✓✗·] $/.test(words) ? "sign" : "whole");
const element = (tag, content) => Object.assign(document.createElement(tag), content);

function dayOf(at) {
  const today = at.toDateString();
  if (today === day) return;
  const told = (at.getFullYear() === new Date().getFullYear() ? dated : datedBefore).format(at);
  // on the page of a first day there is nothing to tell it from
  if (day || today !== new Date().toDateString()) log.append(element("p", { className: "day", textContent: told }));
  day = today;
}

const tied = (words) => words.split(TIED).map((part, i) => (i % 2 ? element("span", { className: held(part), textContent: part }) : part));

// What stands for itself, and what stands in a line; the rest is as plain as the words between. No text is markup.
const ALONE = { title: "h2", example: "blockquote", quote: "blockquote", source: "blockquote", list: "ul", choices: "ul", answer: "details", bar: "div" };
const IN_LINE = { title: "b", fact: "b", term: "b", verdict: "b", right: "b", hint: "details" };
const FOLDED = { hint: pane.dataset.hint, answer: pane.dataset.answer };

// A row of a list: its number stands before its words, what it is called stands out.
function rowOf(row) {
  const item = element("li"), headed = row.includes("\n");
  const [, number, words] = (!headed && row.match(/^([\p{Script=Hangul}\d]{1,2}[.)] )(.*)$/u)) || [];
  const [, called, rest] = row.match(headed ? /^([^\n]*)(\n[^]*)$/ : /^(.+?)( — .*)$/) ?? [];
  if (number) {
    item.append(element("span", { textContent: number }), element("span"));
    item.lastChild.append(...tied(words));
  } else item.append(...(called ? [element("b", { textContent: called }), rest] : tied(row)));
  item.classList.toggle("headed", headed);
  return item;
}

function alone(tag, kind, words) {
  const drawn = element(tag, { className: kind });
  if (tag === "ul") {
    drawn.append(...words.split(words.includes("\n\n") ? "\n\n" : "\n").map(rowOf));
  } else if (kind === "bar") {
    drawn.ariaHidden = "true"; // the number beside it says the same
    drawn.style.setProperty("--part", [...words].filter((square) => square === pane.dataset.done).length / words.length);
  } else {
    if (tag === "details") drawn.append(element("summary", { textContent: FOLDED[kind] }));
    if (kind === "source" && !words.includes("\n")) drawn.classList.add("brief");
    drawn.append(...tied(words));
  }
  return drawn;
}

// A bubble in paragraphs and in what stands for itself; their distance is that of the page, and no empty line.
function drawnIn(bubble, blocks) {
  let line = null;
  const end = () => {
    if (line?.lastChild instanceof Text) line.lastChild.data = line.lastChild.data.trimEnd();
    if (line && !line.textContent) line.remove();
    line = null;
  };
  blocks.forEach(([kind, words], i) => {
    const before = blocks[i - 1]?.[1] ?? "\n", after = blocks[i + 1]?.[1] ?? "\n";
    if (ALONE[kind] && before.endsWith("\n") && after.startsWith("\n")) {
      end();
      return bubble.append(alone(ALONE[kind], kind, words));
    }
    words.split(/\n{2,}/).forEach((piece, n) => {
      if (n) end();
      const text = line ? piece : piece.trimStart();
      if (!text) return;
      if (!line) bubble.append((line = element("p")));
      line.append(...(IN_LINE[kind] ? [alone(IN_LINE[kind], kind, text)] : tied(text)));
    });
  });
  end();
}

function bubbleOf(words, blocks) {
  const bubble = element("div", { className: "bubble" });
  if (blocks) drawnIn(bubble, blocks);
  else bubble.append(...tied(words));
  return bubble;
}

// A picture is shown; what opens any other file, or a picture that cannot be had, is a button.
function fileAt(address) {
  const link = element("a", { className: "file", href: address, target: "_blank", textContent: pane.dataset.file });
  if (!/\.png\b/.test(address)) return link;
  const picture = element("img", { loading: "lazy", alt: pane.dataset.picture });
  picture.onerror = () => { link.className = "file"; link.textContent = pane.dataset.file; };
  link.className = "picture";
  link.replaceChildren(picture);
  picture.src = address;
  return link;
}

function add(who, bubbles, { at = new Date(), timed = true, file, blocks } = {}) {
  dayOf(at);
  const turn = document.getElementById(who).content.firstElementChild.cloneNode(true);
  bubbles.forEach((words, i) => turn.append(bubbleOf(words, blocks?.[i])));
  if (file) turn.append(fileAt(file));
  if (timed) turn.append(element("time", { dateTime: at.toISOString(), textContent: clock.format(at) }));
  log.append(turn);
  while (log.children.length > MOST_ROWS) log.firstElementChild.remove();
  if (who === "bot") recent = [...recent, JSON.stringify(bubbles)].slice(-RECENT);
  return turn;
}

// Turns of the history, from the oldest: each is what has one moment and one speaker.
function recall(history) {
  const turns = [];
  for (const { id, at, mine, text, file, blocks } of history) {
    let turn = turns.at(-1);
    if (!turn || turn.key !== at + mine) turns.push((turn = { key: at + mine, at: new Date(at), mine, bubbles: [], blocks: [] }));
    turn.bubbles.push(text);
    turn.blocks.push(blocks);
    turn.file ??= file;
    last = Math.max(last, id);
  }
  log.ariaLive = "off"; // nobody wants it all read out
  const rows = turns.map((turn) => add(turn.mine ? "me" : "bot", turn.bubbles, turn));
  rows.forEach((row) => row.classList.add("old"));
  requestAnimationFrame(() => { log.ariaLive = "polite"; });
  return rows;
}

function choice({ label, command, tone = "" }, place) {
  const picked = label.startsWith("✓ ") ? " picked" : "";
  const button = element("button", { type: "button", className: tone + picked }), number = String(place + 1);
  // "1번" and "1. …" bring their own number, which the chip shows; "30분 뒤에" and "1인 × …" do not
  const [own] = label.match(RegExp(`^${number}(?=번$)|^${number}[.)]\\s`)) ?? [""];
  button.append(element("i", { textContent: number }), label.slice(own.length));
  if (own) button.ariaLabel = label;
  button.classList.toggle("counted", own === number);
  button.onclick = (event) => {
    say(command, label);
    // The button is gone now. From the keyboard, go on beside the answer; with a mouse, where one types.
    if (event.detail === 0) pane.focus({ preventScroll: true });
    else if (matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
  };
  return button;
}

function offer(buttons, takesPicture = false) {
  photo.hidden = !takesPicture;
  const all = JSON.stringify(buttons);
  if (all !== shown) choices.replaceChildren(...buttons.map(choice));
  shown = all;
}

// --- what stands beside the conversation

let connected = true;
const wide = matchMedia("(min-width: 62rem) and (min-height: 600px)");
const planned = { version: "", drawn: "", texts: new Map(), sheet: new CSSStyleSheet() };

function besides(told) {
  last = Math.max(last, told.last ?? 0);
  if (told.plan === undefined) return told.last === 0 && forget(1); // else it could not be told just now
  const texts = [told.lesson, told.today, told.days].filter(Boolean);
  standing.replaceChildren(...texts.map((textContent) => element("span", { textContent })));
  planned.version = told.plan;
  header();
  fillPlan();
  comesAt(told.clock);
}

// The learner has left: what the server has erased is not left lying here, but for so much of the end.
function forget(rest) {
  while (log.children.length > rest) log.firstElementChild.remove();
  offer([]);
  standing.replaceChildren();
  plan.hidden = true;
  plan.shadowRoot?.replaceChildren();
  planned.drawn = day = "";
  last = 0;
  recent = [];
  subscription?.unsubscribe();
  subscription = null;
  header();
  comesAt("");
}

function header() {
  reconnecting.hidden = connected;
  standing.hidden = !connected || !standing.children.length;
  tagline.hidden = !connected || !standing.hidden;
}

// The plan of /plan, drawn anew when it has changed; what is new in it is shown and marked.
async function fillPlan() {
  if (!wide.matches || planned.version === planned.drawn) return;
  const version = (planned.drawn = planned.version);
  const response = await fetch("/plan").catch(() => null);
  if (!response?.ok) return (planned.drawn = "");
  const STYLE = /<(style)>([^]*?)<\/\1>/, text = await response.text();
  if (version !== planned.drawn) return; // a newer one is on its way
  const page = new DOMParser().parseFromString(text.replace(STYLE, ""), "text/html"); // a style in it would be refused
  page.querySelector("nav a[href='/']")?.remove();
  for (const link of page.querySelectorAll("nav a")) link.target = "_blank";
  const root = plan.shadowRoot ?? plan.attachShadow({ mode: "open" });
  const css = text.match(STYLE)[2].replace(/:root|\bbody(?= \{)/g, ":host");
  planned.sheet.replaceSync(`${css}\n:host { padding: 0; } .inside { padding: 1.5rem 1.375rem 3rem; } dl { grid-template-columns: 1fr !important; }
    .new { border-radius: .375rem; background: color-mix(in srgb, var(--accent) 14%, transparent); box-shadow: 0 0 0 .375rem color-mix(in srgb, var(--accent) 14%, transparent); }`);
  root.adoptedStyleSheets = [planned.sheet];
  const inside = element("div", { className: "inside" });
  inside.append(...page.querySelector("main").children);
  const first = !root.childElementCount, news = [], texts = new Map();
  for (const row of inside.querySelectorAll("dl > div, li")) {
    const name = row.querySelector("dt")?.textContent ?? "", text = row.textContent;
    texts.set(name + texts.size, text);
    if (!first && planned.texts.get(name + (texts.size - 1)) !== text) news.push(row);
  }
  planned.texts = texts;
  root.replaceChildren(inside);
  plan.hidden = false;
  for (const row of news) (row.querySelector("dd") ?? row).classList.add("new");
  news[0]?.scrollIntoView({ block: "center" });
}
wide.addEventListener("change", fillPlan);

const seen = (message) => recent.includes(JSON.stringify(message.bubbles));

// `mine` is the learner's bubble that this answers; a push has none.
function show(message, mine) {
  besides(message.beside);
  if (message.repeated && seen(message)) mine?.remove();
  else {
    const turn = add("bot", message.bubbles, message);
    // From the top: a long lesson is read from its beginning, a short one ends at the bottom anyway.
    // Where the learner's own words fill the screen, from the answer.
    (mine && mine.offsetHeight < pane.clientHeight / 3 ? mine : turn).scrollIntoView({ block: "start" });
  }
  offer(message.buttons, message.picture);
}

// What went wrong. `again` does it once more; what was refused would be refused again, unless it is `passing`.
function complain(sorry, again, passing) {
  trouble.querySelector("p").textContent = sorry ?? trouble.dataset.offline;
  const button = trouble.querySelector("button");
  button.onclick = again;
  button.hidden = Boolean(sorry) && !passing;
  trouble.hidden = false;
}

const backInTouch = () => { if (!trouble.querySelector("button").hidden) trouble.hidden = true; };

// --- what the learner does

function say(words, label, typed = false, pictured = false) {
  if (busy) return;
  if (staying && --staying === 0) tell();
  const key = unsent?.words === words && unsent.pictured === pictured ? unsent.key : crypto.getRandomValues(new Uint32Array(4)).join("-");
  const mine = add("me", [label]);
  const waiting = setTimeout(() => { typing.hidden = false; typing.scrollIntoView({ block: "end" }); }, 300);
  busy = choices.hidden = trouble.hidden = true;
  mine.scrollIntoView({ block: "end" });
  inLine(async () => {
    const headers = { "Content-Type": "application/json" };
    const said = typed ? { words, key, picture: pictured } : { words, key, label, tapped: true };
    const answer = await ask({ method: "POST", headers, body: JSON.stringify(said) }).catch((fault) => fault);
    clearTimeout(waiting);
    busy = choices.hidden = false;
    typing.hidden = true;
    if (answer instanceof Error) {
      unsent = { words, key, pictured };
      mine.remove();
      if (typed) box.value = [words, box.value].filter(Boolean).join("\n");
      if (answer.cause && !answer.passing) unsent = null;
      complain(answer.cause, () => (pictured ? sayPicture() : typed ? form.requestSubmit() : say(words, label)), answer.passing);
    } else {
      unsent = null;
      show(answer, mine);
    }
    fit();
  });
}

function fit() {
  send.disabled = busy || !box.value.trim();
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`; // and its two borders; CSS stops it at four lines
}

// What the box asks for is seen whole, however large its letters are.
function fitPlaceholder() {
  if (box.value) return;
  box.style.minHeight = "";
  box.style.height = "auto";
  box.value = box.placeholder;
  box.style.minHeight = `${box.scrollHeight + 2}px`;
  box.value = "";
}
new ResizeObserver(fitPlaceholder).observe(send);
new ResizeObserver(fitPlaceholder).observe(form);

form.onsubmit = (event) => {
  event.preventDefault();
  const words = box.value.trim();
  if (busy || !words) return;
  box.value = "";
  say(words, words, true);
  fit();
};

// Enter sends once. While a syllable is composed its key belongs to the input method (229, which is all that Safari
// tells); some then break the line by themselves, some press Enter again, and some do nothing more.
let shifted = false; // Shift+Enter breaks the line
let owed = false;    // the line was broken while a syllable was still composed
const BREAKS = /^insert(LineBreak|Paragraph)$/;
box.onkeydown = (event) => {
  shifted = event.shiftKey;
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape") pane.focus({ preventScroll: true });
  if (event.key !== "Enter" || shifted) return;
  event.preventDefault();
  form.requestSubmit();
};
box.addEventListener("beforeinput", (event) => {
  if (!BREAKS.test(event.inputType) || shifted || !event.cancelable) return;
  event.preventDefault();
  form.requestSubmit();
});
box.oninput = (event) => {
  if (BREAKS.test(event.inputType) && !shifted) { // one that could not be kept from breaking the line
    const at = box.selectionStart;
    if (box.value[at - 1] === "\n") box.setRangeText("", at - 1, at, "end");
    if (event.isComposing) owed = true;
    else form.requestSubmit();
  }
  if (trouble.querySelector("button").hidden) trouble.hidden = true;
  fit();
};

box.addEventListener("compositionend", () => {
  if (owed) setTimeout(() => form.requestSubmit()); // once the syllable is in the box
  owed = false;
});

// A picture itself stays on this device: only that there is one is said, with the words beside it.
function sayPicture() {
  if (busy) return;
  const words = box.value.trim();
  box.value = "";
  say(words, [photo.dataset.said, words].filter(Boolean).join("\n"), true, true);
  fit();
}
const pictureIn = (data) => [...(data?.items ?? [])].some((one) => one.kind === "file" && one.type.startsWith("image/"));
photo.onclick = () => picture.click();
picture.onchange = () => {
  if (picture.files.length) sayPicture();
  picture.value = "";
};
document.addEventListener("paste", (event) => {
  if (!pictureIn(event.clipboardData) || event.clipboardData.types.includes("text/plain")) return; // cells bring both
  event.preventDefault();
  sayPicture();
});
const dropped = (event) => { // else the browser would leave the page and open the file
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  if (event.type === "drop" && pictureIn(event.dataTransfer)) sayPicture();
};
document.addEventListener("dragover", dropped);
document.addEventListener("drop", dropped);
send.onpointerdown = (event) => event.preventDefault(); // keeps a phone's keyboard open
document.addEventListener("keydown", (event) => {
  if (event.target === box || box.value || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^[1-9]$/.test(event.key)) choices.children[event.key - 1]?.click();
});

// --- what comes by itself

const look = () => inLine(async () => {
  const screen = await ask({}, `?after=${last}`).catch((fault) => fault);
  if (screen instanceof Error) return log.children.length || complain(screen.cause, look, screen.passing);
  const first = !log.children.length, rows = recall(screen.history);
  besides(screen.beside);
  // what is on the screen without having been said here, as on another messenger
  if (!seen(screen)) rows.push(add("bot", screen.bubbles, { file: screen.file, blocks: screen.blocks, timed: !screen.repeated }));
  offer(screen.buttons, screen.picture);
  rows.at(-1)?.scrollIntoView({ block: "start", behavior: first ? "instant" : "auto" });
  backInTouch();
});

let events;
function listen() {
  const online = (yes) => { connected = yes; header(); };
  events = new EventSource("/events");
  events.onopen = () => { online(true); look(); }; // something may have come while nobody listened
  events.onmessage = (event) => inLine(() => {
    const push = JSON.parse(event.data);
    if (!push.beside.last || push.beside.last > last) show(push); // else a look has brought it already
    unread(count + 1);
  });
  events.addEventListener("look", look); // another page of theirs has moved on
  events.addEventListener("left", () => inLine(() => last && forget(0)));
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 10000); // the browser gave up; we do not
    else online(false);
  };
}

// What came while nobody looked is told by the title, the icon in the tab and that of the app.
const title = document.title, tab = document.querySelector("link[rel=icon]"), plain = tab.href;
let count = 0;
function unread(many) {
  if (many && !document.hidden) return;
  count = many;
  document.title = many ? `(${many}) ${title}` : title;
  tab.href = many ? plain.replace(/%3C\/svg%3E$/, "%3Ccircle cx='25' cy='7' r='7' fill='%23c8452d'/%3E%3C/svg%3E") : plain;
  (many ? navigator.setAppBadge?.(many) : navigator.clearAppBadge?.())?.catch(() => {}); // where there is an app
}

async function seenAll() {
  unread(0);
  const worker = await navigator.serviceWorker?.getRegistration();
  for (const one of (await worker?.getNotifications?.()) ?? []) one.close();
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  seenAll();
  look(); // another page may have moved on
});
addEventListener("online", look);
// The browser has told a push that is seen here; were it taken away at once, some would tell another in its place.
if (navigator.serviceWorker) navigator.serviceWorker.onmessage = () => setTimeout(() => document.hidden || seenAll(), 1000);

// --- pushes to a closed page

const texts = JSON.parse(notice.dataset.texts);
const able = isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
let clockTime;           // when lessons come here, "" for never; unknown until the page was told
let subscription = null;
let staying = 0;         // how many more things are said until the notice goes by itself

// A time was chosen: now, and not before, is the moment to ask.
function comesAt(told) {
  const chosen = clockTime !== undefined && told && told !== clockTime;
  clockTime = told;
  bell.hidden = !told;
  if (!told) tell();
  else if (chosen && !subscription) tell(state());
}

function state() {
  if (subscription) return "works";
  if (!isSecureContext) return "insecure";
  if (!able) return apple ? "ios" : "none";
  return Notification.permission === "denied" ? "denied" : "offer";
}

// It stands beside what follows a choice, and goes by itself before somebody reads a lesson above it.
function tell(what = "") {
  staying = what ? 2 : 0;
  const actions = {
    offer: { on: subscribe, later: null },
    works: { understood: null, off: unsubscribe },
    ios: { link: () => say("/link", texts.link), understood: null },
  }[what] ?? { understood: null };
  const buttons = Object.entries(actions).map(([name, action]) => {
    const button = element("button", { type: "button", textContent: texts[name] });
    button.onclick = () => { tell(); box.focus({ preventScroll: true }); action?.(); };
    return button;
  });
  const row = element("div");
  row.append(...buttons);
  notice.replaceChildren(...(what ? [element("p", { textContent: texts[what] }), row] : []));
  notice.hidden = !what;
  bell.ariaExpanded = String(Boolean(what));
  bell.classList.toggle("on", Boolean(subscription));
}
bell.onclick = () => tell(notice.hidden ? state() : "");

async function tellServer(method, { endpoint, keys }) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/push", { method, headers, body: JSON.stringify({ endpoint, keys }) });
  return response.ok && (await response.json()).kept;
}

async function subscribe() {
  if (await Notification.requestPermission() !== "granted") return tell(Notification.permission === "denied" ? "denied" : "");
  try {
    const worker = await navigator.serviceWorker.ready;
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: notice.dataset.key });
    if (!(await tellServer("POST", made.toJSON()))) throw new Error("not kept");
    subscription = made;
  } catch {
    return tell("failed");
  }
  tell("works");
}

async function unsubscribe() {
  const gone = subscription;
  subscription = null;
  tell();
  await tellServer("DELETE", gone.toJSON()).catch(() => {}); // then it is found gone by the next push
  await gone.unsubscribe();
}

// A subscription from before: the server may have forgotten it, or have other keys by now.
async function resubscribe() {
  const worker = await navigator.serviceWorker.register("/sw.js");
  const found = await worker.pushManager.getSubscription();
  if (!found) return;
  const key = btoa(String.fromCharCode(...new Uint8Array(found.options.applicationServerKey)));
  const known = key.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") === notice.dataset.key;
  if (known && (await tellServer("POST", found.toJSON()))) subscription = found;
  else await found.unsubscribe();
  tell();
}
if (!document.hidden) seenAll();
if (able) addEventListener("load", () => resubscribe().catch(() => {}));

new ResizeObserver(() => { if (document.activeElement === box) pane.scrollTop = pane.scrollHeight; }).observe(pane);

// A link to a course, /?course=first-talk, is followed once.
async function follow() {
  const course = new URLSearchParams(location.search).get("course");
  if (!course) return;
  const body = JSON.stringify({ words: `/start course-${course}`, tapped: true });
  await ask({ method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
  history.replaceState(null, "", location.pathname);
}

async function begin() {
  await follow();
  look();
  listen();
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) box.focus();
  fit();
}
// What stands there already is painted first; a page that nobody looks at paints nothing.
if (document.hidden) begin();
else requestAnimationFrame(() => setTimeout(begin));
