// Defines <alignment-board>: draws a skeleton at once, loads the wasm once a page, and says in place why it cannot come up.

const ATTRIBUTES = ['src', 'store', 'store-login', 'member', 'view', 'theme', 'lang', 'readonly'];

/** The wasm, once a page. A failed load is forgotten, so that the next board tries again. */
let loading;
const wasm = () => {
  loading ??= import('./board.js')
    .then(async (module) => { await module.default(); return module; })
    .catch((error) => { loading = undefined; throw error; });
  return loading;
};

/** The languages that have a file of sentences beside this script. English is in the wasm. */
const LANGUAGES = ['de', 'en-x-pseudo'];
const languageOf = (lang) => LANGUAGES.find((it) => `${lang}-`.toLowerCase().startsWith(`${it}-`));
/** How long a board waits for its sentences before it comes up in English. */
const PATIENCE_MS = 8000;

/** The sentences of a language, once a page. Without them a board is in English, and only the console says why. */
const catalogues = new Map();
const catalogue = (lang) => {
  const name = languageOf(lang);
  if (name && !catalogues.has(name)) {
    catalogues.set(name, fetch(new URL(`lang/${name}.txt`, import.meta.url), { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) })
      .then((answer) => {
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        return answer.text();
      })
      .catch((error) => {
        catalogues.delete(name);
        console.warn(`alignment-board: the sentences in ${name} did not come, so they are in English.`, error);
      }));
  }
  return catalogues.get(name);
};

const sheet = () => {
  const css = new CSSStyleSheet();
  css.replaceSync(`
    :host { display: block; color-scheme: light dark; }
    :host([hidden]) { display: none; }
    .waits { min-block-size: 320px; padding: 24px; display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); align-content: start; }
    .waits i { border-radius: 16px; block-size: 260px; background: light-dark(#f1efe9, #181722); }
    .waits i:first-child { grid-column: 1 / -1; block-size: 84px; }
    .fault { max-inline-size: 60ch; margin: 24px auto; padding: 24px; border: 1px solid light-dark(#e2dfd6, #37354a); border-block-start: 4px solid light-dark(#b1271f, #ff8f86); border-radius: 16px; font: 400 14px/1.5 system-ui, sans-serif; color: light-dark(#1d1b2e, #ecebf3); background: light-dark(#fff, #23222f); overflow-wrap: anywhere; }
    .fault h1 { margin: 0 0 8px; font-size: 18px; }
    .fault p { margin: 8px 0 0; }
    .fault button { margin-block-start: 12px; font: inherit; font-weight: 600; min-block-size: 44px; padding: 6px 16px; }
  `);
  return css;
};
let shared;

class AlignmentBoard extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #board;      // the wasm side, once it is there
  #wrapper;
  #goals;      // the property, as given
  #starting = false;
  #queued = false;
  #spoken = {}; // the language in use, `lang`, and its sentences, `words`

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.addEventListener('alignment-board-panic', () => { this.#drop(); this.#fault('', true); });
    this.addEventListener('board-load', () => this.#up());
    this.addEventListener('board-error', () => this.#down());
  }

  connectedCallback() {
    for (const name of ['goals']) {
      // Set before the element was defined, it hides the accessor.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#start();
  }

  disconnectedCallback() {
    // Moved within the page it is back at once, and must not be drawn anew.
    queueMicrotask(() => {
      if (this.isConnected || !this.#board) return;
      this.#board.destroy();
      this.#board.free();
      this.#drop();
    });
  }

  attributeChangedCallback() { this.#change(); }

  /** The goal document: an object or JSON text. Set, it wins over `src`. */
  get goals() { return this.#goals; }
  set goals(value) { this.#goals = value; this.isConnected && !this.#board ? this.#start() : this.#change(); }

  /** What the board shows, as a plain copy; null until it is drawn. */
  get board() { return this.#board?.snapshot ?? null; }

  async reload() { return (await this.#ready()).reload(); }
  async claim(id) { return (await this.#ready()).claim(String(id)); }
  async release(id, note) { return (await this.#ready()).release(String(id), note); }
  async checkIn(id, report = {}) { return (await this.#ready()).checkIn(String(id), report); }
  async export(format = 'events') { return (await this.#ready()).export(String(format)); }

  /** Opens "Suggest something", filled in. */
  async suggest({ idea = '', link = '' } = {}) { (await this.#ready()).suggest(String(idea), String(link)); }

  /** The card of an initiative, brought into sight; null when there is none. */
  async reveal(id) {
    if (!(await this.#ready()).reveal(String(id))) return null;
    for (let n = 0; n < 100; n += 1) {
      await new Promise((later) => { setTimeout(later, 16); });
      const card = [...this.shadowRoot.querySelectorAll('[data-initiative]')].find((it) => it.dataset.initiative === id);
      if (card) return card;
    }
    return null;
  }

  async #ready() {
    if (!this.#board) await this.#start();
    if (!this.#board) throw new Error('The board is not on a page, or could not start.');
    return this.#board;
  }

  #options() {
    const get = (name) => this.getAttribute(name) ?? '';
    const child = this.querySelector(':scope > script[type="application/json"]');
    const given = this.#goals ?? (this.hasAttribute('src') ? undefined : child?.textContent);
    return {
      src: get('src'),
      json: given === undefined || given === null ? '' : typeof given === 'string' ? given || ' ' : JSON.stringify(given),
      page: location.pathname,
      store: get('store'),
      login: get('store-login'),
      member: get('member'),
      view: get('view'),
      theme: get('theme'),
      ...this.#spoken,
      hasDir: Boolean(this.closest('[dir]')),
      readonly: this.hasAttribute('readonly'),
    };
  }

  /** The language the page asks for. */
  #lang() { return this.getAttribute('lang') || this.closest('[lang]')?.lang || navigator.language; }

  /** Takes the language the page asks for, with its sentences, so that numbers and sentences change together. */
  async #learn() {
    const lang = this.#lang();
    const words = await catalogue(lang);
    if (lang === this.#lang()) this.#spoken = { lang, words };
  }

  /** Several attributes set at once are one change. */
  #change() {
    if (!this.#board || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      this.#configure();
      if (this.#lang() !== this.#spoken.lang) this.#learn().then(() => this.#configure());
    });
  }

  #configure() { this.#board?.configure(this.#options()); }

  #start() {
    this.#starting ||= this.#load().finally(() => { this.#starting = false; });
    return this.#starting;
  }

  async #load() {
    if (this.#board || !this.isConnected) return;
    this.shadowRoot.adoptedStyleSheets = [shared ??= sheet()];
    this.#skeleton();
    const { src, json } = this.#options();
    // The goals are on their way while the wasm loads.
    const first = src && !json ? this.#fetch(src) : undefined;
    first?.catch(() => {});
    const learned = this.#learn();
    try {
      const module = await wasm();
      await learned;
      // Sharing is in the second file of the program; a build for debugging has only one.
      if (!['', 'memory:'].includes(this.#options().store)) {
        await module.rest?.();
        module.complete();
      }
      if (!this.isConnected || this.#board) return;
      const wrapper = document.createElement('div');
      wrapper.hidden = Boolean(src || json);
      this.#wrapper = wrapper;
      this.shadowRoot.append(wrapper);
      this.#board = new module.Board(this, wrapper, this.#options(), first);
      if (!src && !json) this.#up();
      if (this.#lang() !== this.#spoken.lang) this.#change();
      // For what a board can do once it is drawn.
      Promise.resolve(module.rest?.()).then(() => module.complete()).catch((error) => this.#failed(error));
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #failed(error) {
    console.error(error);
    if (!this.isConnected) return;
    const { code, happened } = await this.#fault(error);
    this.dispatchEvent(new CustomEvent('board-error', { bubbles: true, composed: true, detail: { code, message: happened } }));
  }

  /** Without a word to the board: after a failure it cannot be trusted. */
  #drop() {
    this.#board = undefined;
    this.#wrapper?.remove();
  }

  /** What is no address rejects, and is explained by the board. */
  async #fetch(src) { return fetch(new URL(src, document.baseURI), { cache: 'no-cache' }); }

  /** Until the board is up: the page's own children if there are any, else a skeleton. */
  #skeleton() {
    const waits = this.#part('waits');
    const own = [...this.children].some((child) => !(child instanceof HTMLScriptElement)) || this.#said();
    waits.replaceChildren(...(own ? [document.createElement('slot')] : Array.from({ length: 4 }, () => document.createElement('i'))));
    waits.className = own ? '' : 'waits';
    this.#own = own;
    this.shadowRoot.querySelector('.fault')?.remove();
  }

  #own = false;

  #said() {
    return [...this.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  }

  #up() {
    this.shadowRoot.querySelector('[data-part=waits]')?.remove();
    if (this.#wrapper) this.#wrapper.hidden = false;
  }

  /** The page's own children stay with the error; a skeleton does not. */
  #down() {
    if (!this.#own) this.#up();
    if (this.#wrapper) this.#wrapper.hidden = false;
  }

  #part(name) {
    let part = this.shadowRoot.querySelector(`[data-part=${name}]`);
    if (!part) {
      part = document.createElement('div');
      part.dataset.part = name;
      this.shadowRoot.prepend(part);
    }
    return part;
  }

  /** Says why there is no board: in the page's language, or that not even the words for it came. */
  async #fault(error, broken) {
    const said = await import('./fault.js')
      .then((module) => module.fault(error, this.#lang(), broken))
      .catch(() => ({ code: 'unreachable', title: 'The board could not be loaded', happened: String(error), todo: 'Reload the page. If it stays, tell the site’s administrator.' }));
    this.#drop();
    this.#down();
    const box = document.createElement('div');
    box.className = 'fault';
    box.setAttribute('role', 'alert');
    const line = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });
    box.append(line('h1', said.title), line('p', said.happened), line('p', said.todo));
    if (said.reload) {
      const button = Object.assign(line('button', said.reload), { type: 'button' });
      button.addEventListener('click', () => location.reload());
      box.append(button);
    }
    this.shadowRoot.append(box);
    return said;
  }
}

// Loaded twice, from two places, the first one stays.
if (!customElements.get('alignment-board')) customElements.define('alignment-board', AlignmentBoard);
