// SPDX-License-Identifier: GPL-3.0-or-later
// What an item of structured data has to say, by type: what search engines and the European legislation ontology ask for.

const work = ['@id', 'name', 'headline', 'inLanguage', 'description', 'url', 'publisher', 'author', 'license', 'isAccessibleForFree'];
const dated = [...work, 'datePublished', 'dateModified'];
const thing = ['@id', 'name', 'description', 'url'];

export const required = {
  Article: dated, NewsArticle: dated, AudioObject: [...dated, 'uploadDate', 'transcript'], VideoObject: [...dated, 'uploadDate', 'duration', 'transcript'],
  BreadcrumbList: ['itemListElement'], BroadcastEvent: [...thing, 'startDate'], CollectionPage: ['name', 'url', 'inLanguage', 'publisher'],
  Dataset: dated, DigitalDocument: [...dated, 'associatedMedia'], Event: [...thing, 'startDate', 'endDate', 'organizer'],
  GovernmentService: [...thing, 'provider', 'identifier'], ImageGallery: [...dated, 'associatedMedia'],
  JobPosting: [...thing, 'datePosted', 'validThrough', 'hiringOrganization'],
  Legislation: [...dated, 'legislationIdentifier', 'legislationType', 'legislationDate', 'legislationLegalForce', 'legislationPassedBy'],
  Map: [...work, 'associatedMedia'], Person: [...thing, 'jobTitle', 'worksFor'], Project: thing, PublicationIssue: [...dated, 'associatedMedia'],
  QAPage: [...dated, 'mainEntity'], ResearchProject: dated, Service: [...thing, 'provider'], TouristAttraction: [...thing, 'geo'],
  WebPage: ['name', 'inLanguage', 'publisher'], WebSite: ['name', 'url', 'inLanguage', 'publisher'],
};

const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?$/;

// Every value under a key that ends in Date, Published …, wherever it stands.
function checkValues(value, key, found) {
  if (Array.isArray(value)) return value.forEach((one) => checkValues(one, key, found));
  if (value && typeof value === 'object') return Object.entries(value).forEach(([name, inner]) => checkValues(inner, name, found));
  if (value === '' || value === null) found.push(`${key} is empty`);
  if (/^(date[A-Z]|uploadDate|startDate|endDate|legislationDate|validThrough)/.test(key) && !instant.test(value)) found.push(`${key} is no date: ${value}`);
  if (['url', 'item', '@id', 'contentUrl', 'image'].includes(key) && !/^(https?|tag):/.test(value)) found.push(`${key} is not a whole address: ${value}`);
}

// → what is wrong with one item: texts. A type that is not in `required` is wrong too: someone has to say what it needs.
export function itemFaults(item) {
  const found = [];
  const asked = required[item['@type']];
  if (!asked) return [`unknown type ${item['@type']}`];
  for (const key of asked) if (item[key] === undefined) found.push(`${item['@type']} without ${key}`);
  checkValues(item, '', found);
  if (item['@type'] === 'BreadcrumbList')
    item.itemListElement.forEach((one, index) => { if (one.position !== index + 1 || !one.name) found.push(`step ${index + 1} of the path`); });
  return found;
}
