// What an update makes of one document. mingo's own update does nothing where MongoDB refuses, and shares parts between documents.
import { Aggregator, Query } from './packages.mjs';
import { Rejected, Refused, compare, equals, fieldOf, isDocument, isNumber } from './values.mjs';

/** @returns the document after the update, a copy; `change` is a replacement, operators or a pipeline. */
export function updated(document, change, arrayFilters, options) {
  const after = Array.isArray(change) ? new Aggregator(change, options).run([document])[0]
    : Object.keys(change).some(name => name.startsWith('$')) ? operated(structuredCopy(document), change, filtersByName(arrayFilters ?? [], options), options)
      : { _id: document._id, ...change };
  if (!equals(after._id, document._id)) throw new Rejected('the update would change _id, and a document\'s _id stays as it is');
  return after;
}

export function structuredCopy(value) {
  if (Array.isArray(value)) return value.map(structuredCopy);
  return isDocument(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredCopy(item)])) : value;
}

function operated(document, change, filters, options) {
  const seen = [];
  for (const [operator, fields] of Object.entries(change)) {
    if (!Object.hasOwn(updateOperators, operator)) throw new Refused(operator);
    if (!isDocument(fields)) throw new Rejected(`${operator} needs an object: the fields and what to do with each`);
    for (const [path, value] of Object.entries(fields)) {
      for (const touched of operator === '$rename' ? [path, value] : [path]) noConflict(seen, touched);
      for (const place of placesOf(document, path.split('.'), filters)) updateOperators[operator](document, place, value, options);
    }
  }
  return document;
}

function noConflict(seen, path) {
  const other = seen.find(one => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  if (other !== undefined) throw new Rejected(`the update changes "${path}" twice: it is also in "${other}". Change each field once`);
  seen.push(path);
}

function filtersByName(arrayFilters, options) {
  return new Map(arrayFilters.map(filter => {
    const name = Object.keys(filter)[0]?.split('.')[0];
    const query = new Query(filter, options);
    return [name, item => query.test({ [name]: item })];
  }));
}

/** The path with positions in place of $[] and $[name]. */
function placesOf(document, names, filters) {
  const at = names.findIndex(name => name.startsWith('$['));
  if (at < 0) return [names];
  const array = names.slice(0, at).reduce(stepInto, document);
  if (!Array.isArray(array)) throw new Rejected(`"${names.slice(0, at).join('.')}" is no array in every document, and the update asks for its items`);
  const name = names[at].slice(2, -1);
  if (name !== '' && !filters.has(name)) throw new Rejected(`$[${name}] has no filter. Add { "${name}.…": … } to arrayFilters`);
  return array.flatMap((item, i) => (name === '' || filters.get(name)(item)
    ? placesOf(document, [...names.slice(0, at), String(i), ...names.slice(at + 1)], filters) : []));
}

const stepInto = (holder, name) => (isDocument(holder) ? fieldOf(holder, name) : Array.isArray(holder) && /^\d+$/.test(name) ? holder[name] : undefined);

const get = (document, names) => names.reduce(stepInto, document);

function set(document, names, value) {
  let holder = document;
  for (const [i, name] of names.entries()) {
    const isPosition = Array.isArray(holder) && /^\d+$/.test(name);
    if (!isDocument(holder) && !isPosition) throw new Rejected(`there can be no field "${name}" in "${names.slice(0, i).join('.')}": it holds ${JSON.stringify(holder)}`);
    if (isPosition && Number(name) > holder.length) throw new Refused('positions behind the end of an array');
    if (i === names.length - 1) define(holder, name, value);
    else if (stepInto(holder, name) === undefined) define(holder, name, {});
    holder = stepInto(holder, name);
  }
}

// Plain assignment to "__proto__" would change the object's nature instead of a field.
const define = (holder, name, value) => Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

function remove(document, names) {
  const holder = get(document, names.slice(0, -1));
  if (Array.isArray(holder)) { if (stepInto(holder, names.at(-1)) !== undefined) holder[names.at(-1)] = null; }
  else if (isDocument(holder)) delete holder[names.at(-1)];
}

const arithmetic = (operator, compute) => (document, place, value) => {
  const old = get(document, place);
  if (!isNumber(value)) throw new Rejected(`${operator} needs a number for "${place.join('.')}"`);
  if (old !== undefined && !isNumber(old)) throw new Rejected(`${operator} can't change "${place.join('.')}": it holds ${JSON.stringify(old)}, which is no number`);
  const result = compute(old ?? 0, value);
  if (Number.isInteger(result) && !Number.isSafeInteger(result)) throw new Refused(`whole numbers beyond 9007199254740991 (${operator})`);
  set(document, place, result);
};

const extreme = isBetter => (document, place, value) => {
  const old = get(document, place);
  if (old === undefined || isBetter(compare(value, old))) set(document, place, value);
};

const arrayAt = (operator, document, place) => {
  const old = get(document, place);
  if (old !== undefined && !Array.isArray(old)) throw new Rejected(`${operator} can't change "${place.join('.')}": it holds ${JSON.stringify(old)}, which is no array`);
  return old;
};

const eachOf = value => (isDocument(value) && '$each' in value ? value : { $each: [value] });

function push(document, place, value) {
  const { $each, $position, $slice, $sort } = eachOf(value);
  const items = [...arrayAt('$push', document, place) ?? []];
  items.splice($position ?? items.length, 0, ...$each);
  if ($sort !== undefined) items.sort(isDocument($sort) ? byFields($sort) : (a, b) => $sort * compare(a, b));
  set(document, place, $slice === undefined ? items : $slice < 0 ? items.slice($slice) : items.slice(0, $slice));
}

const byFields = keys => (a, b) => Object.entries(keys)
  .reduce((order, [path, direction]) => order || direction * compare(get(a, path.split('.')) ?? null, get(b, path.split('.')) ?? null), 0);

function addToSet(document, place, value) {
  const items = [...arrayAt('$addToSet', document, place) ?? []];
  for (const item of eachOf(value).$each) if (!items.some(one => equals(one, item))) items.push(item);
  set(document, place, items);
}

function pop(document, place, end) {
  if (end !== 1 && end !== -1) throw new Rejected('$pop takes 1 (the last item) or -1 (the first)');
  const items = arrayAt('$pop', document, place);
  if (items) set(document, place, end === 1 ? items.slice(0, -1) : items.slice(1));
}

function pull(document, place, condition, options) {
  const items = arrayAt('$pull', document, place);
  if (!items) return;
  const asksItem = !isDocument(condition) || Object.keys(condition)[0]?.startsWith('$');
  const query = new Query(asksItem ? { item: condition } : condition, options);
  set(document, place, items.filter(item => !(asksItem ? query.test({ item }) : isDocument(item) && query.test(item))));
}

const updateOperators = {
  $set: set,
  $unset: remove,
  $inc: arithmetic('$inc', (old, value) => old + value),
  $mul: arithmetic('$mul', (old, value) => old * value),
  $min: extreme(order => order < 0),
  $max: extreme(order => order > 0),
  $rename: (document, place, name) => {
    const value = get(document, place);
    if (value === undefined) return;
    remove(document, place);
    set(document, name.split('.'), value);
  },
  $push: push, $addToSet: addToSet, $pop: pop, $pull: pull,
  $pullAll: (document, place, values) => {
    const items = arrayAt('$pullAll', document, place);
    if (items) set(document, place, items.filter(item => !values.some(value => equals(item, value))));
  },
  $setOnInsert: () => {},
};
