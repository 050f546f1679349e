// All text that can be read on the page, in shadow roots too.
const lines = [];
const read = (node) => {
  const text = (node.innerText ?? node.textContent ?? '').trim();
  if (text) lines.push(text);
  for (const inner of node.querySelectorAll('*')) {
    if (inner.shadowRoot) for (const child of inner.shadowRoot.children) if (child.tagName !== 'STYLE') read(child);
  }
};
if (document.body) read(document.body);
return [location.href, ...lines, ...(window.complaints ?? [])].join('\n');
