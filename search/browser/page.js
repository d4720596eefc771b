// SPDX-License-Identifier: GPL-3.0-or-later
// The search of a portal's pages: suggestions at the box, results on the search page. Without JavaScript the form goes
// to the server; without files of the index too.
import {facetNames} from './engine.js';
import {parsed} from './files.js';
import {connect, fetchBytes, serve} from './worker.js';

const perPage = 10;

function dress(made, attributes) {
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  return made;
}

function element(name, attributes, ...children) {
  const made = dress(document.createElement(name), attributes);
  made.append(...children.filter(Boolean));
  return made;
}

// Nothing but a path or a web address becomes a link.
const safe = (address) => (/^(\/|https?:\/\/)/.test(address) ? address : '/' + address);

function start(script) {
  let engine, opened;
  const app = document.getElementById('search_app');
  // Asked for while this script came (layouts/search.html), so that the engine need not wait for it.
  const current = app && fetchBytes('current.json').catch(() => 0);
  const ask = async (...call) => {
    engine ||= connect(script);
    if (app) await (opened ||= current.then((bytes) => engine('open', bytes)).catch(() => 0));
    return engine(...call);
  };
  for (const form of document.querySelectorAll('form.search, form.search-form')) box(form, ask);
  shortcuts();
  if (!app) return;
  results(app, ask);
  current.then((bytes) => keep(parsed(bytes).offline)).catch(() => 0);
}

// Where the portal says so, the search pages and what is asked for are kept for when there is no network (offline.js).
function keep(pages) {
  return pages && navigator.serviceWorker && navigator.serviceWorker.register('/search-offline.js?' + pages.join('&'));
}

function shortcuts() {
  document.addEventListener('keydown', (event) => {
    const writing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === '/' ? writing || control || event.altKey : event.key !== 'k' || !control) return;
    const input = document.querySelector('#search_text, #search_q');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

// A box with suggestions (ARIA combobox). While an input method composes a letter (Telex, VNI) nothing is done.
function box(form, ask) {
  const input = form.elements.q, page = form.dataset.page;
  const list = element('ul', {role: 'listbox', id: input.id + '_list', class: 'search-suggestions', 'aria-label': form.dataset.suggestions, hidden: 'true'});
  let active = -1, timer, asked = 0;
  dress(input, {role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list'});
  form.append(list);
  const show = (shown) => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', shown);
    if (!shown) choose(-1);
  };
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
    if (index >= 0) input.setAttribute('aria-activedescendant', list.children[index].id);
    else input.removeAttribute('aria-activedescendant');
  };
  const suggest = async () => {
    const turn = ++asked;
    const found = await ask('suggest', input.value).catch(() => []);
    if (turn !== asked) return;
    list.replaceChildren(...found.map(([text, address, label], i) => {
      const option = element('li', {'data-address': safe(address), role: 'option', id: list.id + i, 'aria-selected': 'false'}, text, label && element('small', {}, ' ' + label));
      option.addEventListener('mousedown', (event) => { event.preventDefault(); location.href = option.dataset.address; });
      return option;
    }));
    active = -1;
    show(found.length > 0 && document.activeElement === input);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(suggest, 150); };
  input.addEventListener('input', (event) => { if (!event.isComposing) later(); });
  input.addEventListener('compositionend', later);
  input.addEventListener('blur', () => show(false));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const count = list.hidden ? 0 : list.children.length;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && count) {
      event.preventDefault();
      choose((active + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === 'Enter' && count && active >= 0) {
      event.preventDefault();
      location.href = list.children[active].dataset.address;
    } else if (event.key === 'Escape') {
      if (count) show(false); else input.value = '';
      event.preventDefault();
    }
  });
  form.addEventListener('submit', async (event) => {
    if (!page) return;
    event.preventDefault();
    if (!(await fetchBytes('current.json').catch(() => 0))) return form.submit();
    location.href = page + '?' + new URLSearchParams({q: input.value});
  });
}

function readState() {
  const given = new URLSearchParams(location.search);
  const state = {text: given.get('q') || '', sort: given.get('sort') || '', exact: given.get('exact') || '',
    page: Math.min(100, Math.max(1, given.get('page') | 0))};
  for (const name of facetNames) state[name] = [...new Set(given.getAll(name))].filter(Boolean).slice(0, 8);
  return state;
}

function addressOf(state) {
  const written = new URLSearchParams();
  if (state.text) written.append('q', state.text);
  for (const name of facetNames) for (const id of state[name]) written.append(name, id);
  for (const name of ['sort', 'exact']) if (state[name]) written.append(name, state[name]);
  if (state.page > 1) written.append('page', state.page);
  return '?' + written;
}

const dateText = (date) => {
  const [year, month, day] = date.split('-');
  return day ? `${day}/${month > '02' ? +month : month}/${year}` : date;
};

const marked = (parts) => parts.map((text, i) => (i % 2 ? element('mark', {}, text) : text));

function results(app, ask) {
  const words = app.dataset, form = app.querySelector('form'), input = form.elements.q;
  const status = app.querySelector('[role=status]'), main = app.querySelector('.search-main'), rest = document.getElementById('search_rest');
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  let turn = 0;

  const link = (state, label, attributes) => element('a', {href: addressOf(state), ...attributes}, label);
  const toggled = (state, name, id) => ({...state, page: 1,
    [name]: state[name].includes(id) ? state[name].filter((one) => one !== id) : [...state[name], id]});

  function hitItem(hit) {
    const facts = [hit.type && element('span', {class: 'badge'}, hit.type), hit.number && words.number + ' ' + hit.number,
      hit.date && dateText(hit.date), hit.unit, hit.validity].filter(Boolean);
    const line = element('p', {class: 'search-facts'}, ...facts.flatMap((fact, i) => (i ? [' · ', fact] : [fact])));
    const snippet = element('p', {class: 'search-snippet', lang: hit.language || 'vi'}, ...marked(hit.snippet));
    return element('li', {}, element('h2', {}, element('a', {href: safe(hit.address)}, hit.title || hit.address)), line, hit.snippet.join('') && snippet, hit.part && partLine(hit.part));
  }

  // Where the answer stands within the page: an attachment's page, a section.
  function partLine({address, title, snippet, language}) {
    return element('p', {class: 'search-part', lang: language || 'vi'}, words.within + ' ', element('a', {href: safe(address)}, title),
      ...(snippet ? [': ', ...marked(snippet)] : []));
  }

  function facetList(state, {name, values}) {
    const items = values.filter(({id}, i) => i < 8 || state[name].includes(id)).map(({id, label, count}) =>
      element('li', {}, link(toggled(state, name, id), `${label} (${number(count)})`,
        {'data-key': name + id, 'aria-current': state[name].includes(id) && 'true'})));
    return items.length && element('fieldset', {class: 'search-filter'}, element('legend', {}, words[name]), element('ul', {}, ...items));
  }

  function tags(state, all) {
    const items = all.flatMap(({name, values}) => state[name].map((id) => {
      const label = (values.find((value) => value.id === id) || {label: id}).label;
      return element('li', {}, link(toggled(state, name, id), label + ' ×', {'data-key': 'tag' + name + id, 'aria-label': words.remove + ': ' + label}));
    }));
    return items.length && element('ul', {class: 'search-tags'}, ...items);
  }

  function pager(state, total) {
    const last = Math.min(100, Math.ceil(total / perPage)), items = [];
    if (last < 2) return;
    const add = (page, label, attributes) => items.push(element('li', {}, link({...state, page}, label, {'data-key': 'page' + label, ...attributes})));
    if (state.page > 1) add(state.page - 1, words.previous, {rel: 'prev'});
    for (let page = 1; page <= last; page++)
      if (page === 1 || page === last || Math.abs(page - state.page) < 3) add(page, page, page === state.page ? {'aria-current': 'page'} : {});
    if (state.page < last) add(state.page + 1, words.next, {rel: 'next'});
    return element('nav', {class: 'pager', 'aria-label': words.pages}, element('ul', {}, ...items));
  }

  function first(state, answer) {
    const [direct] = answer.hits, items = answer.bets.map(({title, address}) => element('li', {}, element('a', {href: safe(address)}, title)));
    if (answer.direct) items.unshift(element('li', {}, words.direct + ' ', element('a', {href: safe(direct.address)}, direct.number || direct.title)));
    const corrected = answer.corrected && element('p', {class: 'search-correction'}, words.corrected + ' «', element('strong', {}, answer.corrected), '». ',
      link({...state, exact: '1', page: 1}, `${words.exact} «${state.text}»`));
    return [corrected, items.length && element('ul', {class: 'search-first'}, ...items)];
  }

  function show(state, answer) {
    const cause = state.text ? ` ${words.for} «${answer.corrected || state.text}»` : '';
    status.textContent = answer.tooLong ? words.long : (answer.total ? words.found.split('|')[answer.total > 1 ? 'pop' : 'shift']().replace('{0}', number(answer.total)) : words.nothing) + cause + '.';
    if (answer.tooLong) return main.replaceChildren();
    const key = document.activeElement && document.activeElement.dataset.key;
    const order = (sort, label) => (state.sort === sort ? element('strong', {'aria-current': 'true'}, label) : link({...state, sort, page: 1}, label, {'data-key': 'sort' + sort}));
    const side = answer.facets.map((facet) => facetList(state, facet)).filter(Boolean);
    const list = element('ol', {class: 'search-results', start: (state.page - 1) * perPage + 1}, ...answer.hits.map(hitItem));
    const found = answer.total ? [element('p', {class: 'search-order'}, words.order + ' ', order('', words.relevance), ' · ', order('date', words.newest)), list, pager(state, answer.total)]
      : [element('div', {class: 'search-help'}, ...words.help.split(' | ').map((line) => element('p', {}, line)))];
    main.replaceChildren(...[...first(state, answer), tags(state, answer.facets),
      element('div', {class: 'search-layout'}, element('div', {}, ...found),
        side.length && element('section', {class: 'search-filters', 'aria-label': words.filters}, ...side))].filter(Boolean));
    rest.hidden = answer.total > 0;
    if (key) (main.querySelector(`[data-key="${CSS.escape(key)}"]`) || main.querySelector('a') || main).focus();
  }

  async function render() {
    const state = readState(), mine = ++turn;
    input.value = state.text;
    for (const other of document.querySelectorAll('.languages a')) other.search = location.search;
    const asked = state.text.trim() || facetNames.some((name) => state[name].length);
    if (!asked) { ask('open').catch(() => 0); main.replaceChildren(); status.textContent = ''; rest.hidden = false; return; }
    document.title = state.text ? `${words.title}: ${state.text}` : words.title;
    status.textContent = words.searching;
    try {
      const answer = await ask('search', {...state, offset: (state.page - 1) * perPage, limit: perPage, labels: document.documentElement.lang});
      if (mine === turn) show(state, answer);
    } catch {
      if (mine !== turn) return;
      status.textContent = words.broken;
      main.replaceChildren(element('p', {}, element('a', {href: form.getAttribute('action') + addressOf(state)}, words.server)));
      rest.hidden = false;
    }
  }

  const go = (address) => { history.pushState(null, '', address); render(); };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(addressOf({...readState(), text: input.value, exact: '', page: 1}));
  });
  main.addEventListener('click', (event) => {
    const target = event.target.closest('a[href^="?"]');
    if (!target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(target.getAttribute('href'));
  });
  addEventListener('popstate', render);
  render();
}

if (!self.document) serve();
else if (document.currentScript) start(document.currentScript.src);
