// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of Atom (RFC 4287) and RSS 2.0 that our feeds can break, with the names that the W3C's cases give to breaches.
import {SaxesParser} from 'saxes';

const atom = 'http://www.w3.org/2005/Atom';

// → the tree {name, space, attributes, children, text}; throws when the text is not well-formed.
export function parseXml(text) {
  const root = {children: [], text: ''}, open = [root];
  const parser = new SaxesParser({xmlns: true});
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', (tag) => {
    const node = {name: tag.local, space: tag.uri, attributes: {}, children: [], text: ''};
    for (const attribute of Object.values(tag.attributes)) node.attributes[attribute.name] = attribute.value;
    open.at(-1).children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => { open.at(-1).text += part; });
  parser.on('cdata', (part) => { open.at(-1).text += part; });
  parser.write(text).close();
  return root.children[0];
}

const rfc3339 = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const isRfc3339 = (text) => {
  const match = text.match(rfc3339);
  return Boolean(match) && Number(match[3]) <= new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate();
};
const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT)$/;
const isAddress = (text) => /^[^\s@<>()]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
const isFullUri = (text) => /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text);

const childrenOf = (node, name, space = node.space) => node.children.filter((child) => child.name === name && child.space === space);

const once = {
  feed: ['generator', 'icon', 'id', 'logo', 'rights', 'subtitle', 'title', 'updated'],
  entry: ['content', 'id', 'published', 'rights', 'source', 'summary', 'title', 'updated'],
  source: ['generator', 'icon', 'id', 'logo', 'rights', 'subtitle', 'title', 'updated'],
};
const known = {
  feed: [...once.feed, 'author', 'category', 'contributor', 'link', 'entry'],
  entry: [...once.entry, 'author', 'category', 'contributor', 'link'],
  source: [...once.source, 'author', 'category', 'contributor', 'link'],
};

function checkLinks(node, found) {
  const seen = new Set();
  for (const {attributes} of childrenOf(node, 'link')) {
    if (!attributes.href) found.push(`MissingHref ${node.name} link`);
    const key = `${attributes.type ?? ''} ${attributes.hreflang ?? ''}`;
    if ((attributes.rel ?? 'alternate') !== 'alternate') continue;
    if (seen.has(key)) found.push(`DuplicateAtomLink ${node.name} link`);
    seen.add(key);
  }
}

function checkPeople(node, found) {
  for (const person of node.children.filter((child) => child.space === atom && ['author', 'contributor'].includes(child.name))) {
    if (childrenOf(person, 'name').length === 0) found.push(`MissingElement ${person.name} name`);
    for (const name of ['name', 'uri', 'email']) if (childrenOf(person, name).length > 1) found.push(`DuplicateElement ${person.name} ${name}`);
    for (const {text} of childrenOf(person, 'email'))
      if (!isAddress(text)) found.push(`InvalidContact ${person.name} email`);
  }
}

function checkContainer(node, found) {
  const kind = node.name;
  for (const name of once[kind]) if (childrenOf(node, name).length > 1) found.push(`DuplicateElement ${kind} ${name}`);
  for (const child of node.children)
    if (child.space === atom && !known[kind].includes(child.name)) found.push(`UndefinedElement ${kind} ${child.name}`);
  if (kind !== 'source')
    for (const name of ['id', 'title', 'updated']) if (childrenOf(node, name).length === 0) found.push(`MissingElement ${kind} ${name}`);
  for (const name of ['published', 'updated'])
    for (const {text} of childrenOf(node, name)) if (!isRfc3339(text)) found.push(`InvalidRFC3339Date ${kind} ${name}`);
  for (const {text} of childrenOf(node, 'id')) if (text && !isFullUri(text)) found.push(`InvalidFullLink ${kind} id`);
  for (const {attributes} of childrenOf(node, 'category')) if (!attributes.term) found.push(`MissingAttribute ${kind} term`);
  checkLinks(node, found);
  checkPeople(node, found);
  for (const source of childrenOf(node, 'source')) checkContainer(source, found);
}

// → breaches of an Atom feed: ["MissingElement entry id"]. An entry alone is no feed.
export function atomBreaches(feed) {
  const found = [];
  checkContainer(feed, found);
  const hasAuthor = childrenOf(feed, 'author').length > 0;
  const ids = new Set();
  for (const entry of childrenOf(feed, 'entry')) {
    checkContainer(entry, found);
    if (!hasAuthor && childrenOf(entry, 'author').length === 0 && childrenOf(entry, 'source').length === 0) found.push('MissingElement entry author');
    const hasAlternate = childrenOf(entry, 'link').some(({attributes}) => (attributes.rel ?? 'alternate') === 'alternate');
    if (!hasAlternate && childrenOf(entry, 'content').length === 0) found.push('MissingElement entry link');
    const key = (childrenOf(entry, 'id')[0]?.text ?? '') + (childrenOf(entry, 'updated')[0]?.text ?? '');
    if (key && ids.has(key)) found.push('DuplicateEntries entry id');
    ids.add(key);
  }
  return found;
}

const onceRss = {
  channel: ['title', 'link', 'description', 'language', 'copyright', 'managingEditor', 'webMaster', 'pubDate', 'lastBuildDate', 'generator', 'docs', 'ttl', 'image',
    'cloud', 'skipDays', 'skipHours', 'textInput'],
  item: ['title', 'link', 'description', 'author', 'comments', 'guid', 'pubDate', 'source'],
};

function checkRss(node, found) {
  for (const name of onceRss[node.name]) if (childrenOf(node, name).length > 1) found.push(`DuplicateElement ${node.name} ${name}`);
  for (const name of ['pubDate', 'lastBuildDate'])
    for (const {text} of childrenOf(node, name)) if (!rfc822.test(text)) found.push(`InvalidRFC2822Date ${node.name} ${name}`);
  for (const {text} of childrenOf(node, 'link')) if (!isFullUri(text)) found.push(`InvalidLink ${node.name} link`);
}

// → breaches of an RSS 2.0 document.
export function rssBreaches(rss) {
  const found = [];
  if (rss.attributes.version !== '2.0') found.push('MissingAttribute rss version');
  const channels = childrenOf(rss, 'channel');
  if (channels.length !== 1) return [...found, `${channels.length ? 'Duplicate' : 'Missing'}Element rss channel`];
  const [channel] = channels;
  for (const name of ['title', 'link', 'description']) if (childrenOf(channel, name).length === 0) found.push(`MissingElement channel ${name}`);
  checkRss(channel, found);
  for (const item of childrenOf(channel, 'item')) {
    checkRss(item, found);
    if (childrenOf(item, 'title').length + childrenOf(item, 'description').length === 0) found.push('MissingElement item title');
    for (const {text, attributes} of childrenOf(item, 'guid'))
      if (attributes.isPermaLink !== 'false' && !isFullUri(text)) found.push('InvalidHttpGUID item guid');
  }
  return found;
}
