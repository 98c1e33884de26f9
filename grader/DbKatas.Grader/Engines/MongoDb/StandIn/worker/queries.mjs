// What $match and a filter ask of a document. The operators are ours: mingo's treat arrays, missing fields and types in ways of its own.
import { Query, evalExpr } from './packages.mjs';
import { Rejected, compare, equals, fieldOf, isDocument, isNothing, isNumber, isTrue, sameType, typeOf } from './values.mjs';

/** The values that a path leads to: through arrays of documents, and at its end also the items of an array. Missing is undefined. */
export function* valuesAt(document, path, expand = true) {
  yield* walk(document, path.split('.'), 0, expand);
}

function* walk(document, names, i, expand) {
  const value = fieldOf(document, names[i]);
  if (i === names.length - 1) {
    if (expand && Array.isArray(value)) yield* value;
    yield value;
  } else if (isDocument(value)) {
    yield* walk(value, names, i + 1, expand);
  } else if (Array.isArray(value)) {
    for (const item of value.filter(isDocument)) yield* walk(item, names, i + 1, expand);
  } else {
    yield undefined;
  }
}

export const matches = (document, path, value) => some(path, v => equal(v, value))(document);

const some = (path, test, expand = true) => document => {
  for (const value of valuesAt(document, path, expand)) if (test(value)) return true;
  return false;
};

const not = test => document => !test(document);

// null also finds documents without the field.
const equal = (value, wanted) => (wanted === null ? isNothing(value) : value !== undefined && equals(value, wanted));

// Only values of the same type are smaller or larger than one another here; null is as large as itself.
const ordered = (test, orEqual) => (path, wanted) => some(path, value =>
  wanted === null ? orEqual && isNothing(value) : value !== undefined && sameType(value, wanted) && test(compare(value, wanted)));

const list = (operator, value) => {
  if (!Array.isArray(value)) throw new Rejected(`${operator} needs a list, as in { "${operator}": [1, 2] }`);
  return value;
};

const compile = (condition, options) => {
  const query = new Query(condition, options);
  return document => query.test(document);
};

const compileAll = (operator, conditions, options) => {
  if (list(operator, conditions).length === 0) throw new Rejected(`${operator} needs at least one condition in its list`);
  return conditions.map(condition => compile(condition, options));
};

const $in = (path, wanted) => {
  list('$in', wanted);
  return some(path, value => wanted.some(one => equal(value, one)));
};

const $all = (path, wanted, options) => {
  const tests = list('$all', wanted).map(one =>
    isDocument(one) && '$elemMatch' in one ? $elemMatch(path, one.$elemMatch, options) : some(path, value => equal(value, one)));
  return document => tests.length > 0 && tests.every(test => test(document));
};

const logical = new Set(['$and', '$or', '$nor', '$expr']);

// { $elemMatch: { $gt: 1, $lt: 5 } } asks about the item itself, { $elemMatch: { qty: 1 } } about its fields.
function $elemMatch(path, condition, options) {
  if (!isDocument(condition)) throw new Rejected('$elemMatch needs an object with conditions');
  const names = Object.keys(condition);
  const isAboutItem = names.length > 0 && names[0].startsWith('$') && !logical.has(names[0]);
  const test = isAboutItem ? compile({ item: condition }, options) : compile(condition, options);
  const matchesItem = item => (isAboutItem ? test({ item }) : isDocument(item) && test(item));
  return some(path, value => Array.isArray(value) && value.some(matchesItem), false);
}

const $type = (path, names) => {
  const wanted = [names].flat();
  return some(path, value => value !== undefined && wanted.includes(typeOf(value) === 'document' ? 'object' : typeOf(value)));
};

function $mod(path, wanted) {
  if (list('$mod', wanted).length !== 2 || !wanted.every(isNumber)) throw new Rejected('$mod needs a list of two numbers: the divisor and the remainder');
  const [divisor, remainder] = wanted.map(Math.trunc);
  if (divisor === 0) throw new Rejected('$mod can\'t divide by 0');
  return some(path, value => isNumber(value) && Math.trunc(value) % divisor === remainder);
}

function $size(path, wanted) {
  if (!Number.isInteger(wanted) || wanted < 0) throw new Rejected('$size needs a whole number, 0 or more');
  return some(path, value => Array.isArray(value) && value.length === wanted, false);
}

export const queryOperators = {
  $eq: (path, wanted) => some(path, value => equal(value, wanted)),
  $ne: (path, wanted) => not(some(path, value => equal(value, wanted))),
  $gt: ordered(order => order > 0, false),
  $gte: ordered(order => order >= 0, true),
  $lt: ordered(order => order < 0, false),
  $lte: ordered(order => order <= 0, true),
  $in,
  $nin: (path, wanted) => not($in(path, list('$nin', wanted))),
  $exists: (path, wanted) => (isTrue(wanted) ? some(path, value => value !== undefined) : not(some(path, value => value !== undefined))),
  $type, $size, $all, $elemMatch, $mod,
  $regex: (path, pattern) => some(path, value => typeof value === 'string' && pattern.test(value)),
  $not: (path, condition, options) => {
    if (!isDocument(condition)) throw new Rejected('$not needs an object with operators, as in { "$not": { "$gt": 5 } }');
    return not(compile({ [path]: condition }, options));
  },
  $and: (_, conditions, options) => {
    const tests = compileAll('$and', conditions, options);
    return document => tests.every(test => test(document));
  },
  $or: (_, conditions, options) => {
    const tests = compileAll('$or', conditions, options);
    return document => tests.some(test => test(document));
  },
  $nor: (_, conditions, options) => {
    const tests = compileAll('$nor', conditions, options);
    return document => !tests.some(test => test(document));
  },
  $expr: (_, expression, options) => document => isTrue(evalExpr(document, expression, options)),
};
