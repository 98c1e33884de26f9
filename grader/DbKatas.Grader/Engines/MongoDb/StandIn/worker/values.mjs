// Values as MongoDB orders and equals them. mingo's own order ignores the order of fields and of array items.
import { ObjectId } from './packages.mjs';

/** MongoDB would refuse this: the learner's to mend. */
export class Rejected extends Error {}

/** The stand-in can't judge this as MongoDB would. The message names the thing. */
export class Refused extends Error {}

export const isDocument = v => v !== null && typeof v === 'object' && Object.getPrototypeOf(v) === Object.prototype;

export const isNumber = v => typeof v === 'number';

export const isNothing = v => v === null || v === undefined;

/** MongoDB's truth: everything but false, 0, null and a missing field, also ''. */
export const isTrue = v => !isNothing(v) && v !== false && v !== 0;

/** A field of a document's own, never one that every JavaScript object has. */
export const fieldOf = (document, name) => (Object.hasOwn(document, name) ? document[name] : undefined);

// The order of types: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
const ranks = { undefined: 0, null: 1, number: 2, string: 3, document: 4, array: 5, objectId: 6, bool: 7, date: 8 };

export function typeOf(v) {
  if (v === undefined) return 'undefined';
  if (v === null) return 'null';
  if (typeof v === 'number') return 'number';
  if (typeof v === 'string') return 'string';
  if (typeof v === 'boolean') return 'bool';
  if (Array.isArray(v)) return 'array';
  if (v instanceof Date) return 'date';
  if (v instanceof ObjectId) return 'objectId';
  if (isDocument(v)) return 'document';
  throw new Refused(`values of type ${v?._bsontype ?? typeof v}`);
}

export const sameType = (a, b) => typeOf(a) === typeOf(b);

export function compare(a, b) {
  const [left, right] = [typeOf(a), typeOf(b)];
  if (left !== right) return ranks[left] - ranks[right];
  switch (left) {
    case 'number': return compareNumbers(a, b);
    case 'string': return compareStrings(a, b);
    case 'bool':
    case 'date': return a - b;
    case 'objectId': return compareStrings(a.toHexString(), b.toHexString());
    case 'document': return compareDocuments(Object.entries(a), Object.entries(b));
    case 'array': return compareInOrder(a, b, compare);
    default: return 0;
  }
}

export const equals = (a, b) => compare(a, b) === 0;

/** A text that is the same for values that are equal, and for no others. */
export function keyOf(v) {
  const type = typeOf(v);
  switch (type) {
    case 'document': return `{${Object.entries(v).map(([name, value]) => `${JSON.stringify(name)}:${keyOf(value)}`).join()}}`;
    case 'array': return `[${v.map(keyOf).join()}]`;
    case 'string': return JSON.stringify(v);
    case 'number': return `n${v === 0 ? 0 : v}`;
    case 'date': return `d${+v}`;
    case 'objectId': return `o${v.toHexString()}`;
    default: return `${type[0]}${v}`;
  }
}

/** Fields that came to nothing are left out of documents; in arrays they are null. */
export function clean(v) {
  if (Array.isArray(v)) return v.map(item => (item === undefined ? null : clean(item)));
  if (!isDocument(v)) return v;
  return Object.fromEntries(Object.entries(v).filter(([, value]) => value !== undefined).map(([name, value]) => [name, clean(value)]));
}

function compareNumbers(a, b) {
  // NaN is the smallest number and equal to itself.
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : a > b ? 1 : 0;
}

// By UTF-8 bytes, which is by code point; JavaScript would go by UTF-16 units.
function compareStrings(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareDocuments(a, b) {
  return compareInOrder(a, b, ([nameA, valueA], [nameB, valueB]) =>
    ranks[typeOf(valueA)] - ranks[typeOf(valueB)] || compareStrings(nameA, nameB) || compare(valueA, valueB));
}

function compareInOrder(a, b, compareItems) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareItems(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
