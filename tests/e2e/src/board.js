// What every question to a board can use. `element` is the board, `root` its shadow root.
const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const shown = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility !== 'hidden';
const read = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  return [...node.childNodes].map(read).join(node.tagName === 'SPAN' ? '' : ' ');
};
// The name that a screen reader says, for the ways of naming that the board uses.
const nameOf = (it) => {
  const by = it.getAttribute('aria-labelledby');
  if (by) return words(by.split(/\s+/).map((id) => read(it.getRootNode().getElementById(id))).join(' '));
  return words(it.getAttribute('aria-label')) || words([...(it.labels ?? [])].map(read).join(' ')) || words(read(it));
};
const all = (selector) => (root ? [...root.querySelectorAll(selector)].filter(shown) : []);
const BUTTONS = 'button, summary, a[href], [role=button], [role=menuitem], [role=tab], [role=radio]';
const button = (name) => all(BUTTONS).find((it) => nameOf(it) === name) ?? null;
const buttonLike = (start) => all(BUTTONS).find((it) => nameOf(it).startsWith(start)) ?? null;
const textOf = (it) => words(it?.innerText ?? '');
const focused = () => {
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it;
};
