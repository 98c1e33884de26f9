// Expressions as in $project and $group. Only what is listed here can be judged; each operator is MongoDB's, not mingo's.
import { evalExpr } from './packages.mjs';
import { Rejected, compare, equals, isDocument, isNothing, isTrue } from './values.mjs';
import { numberOperators } from './numbers.mjs';
import { textOperators } from './texts.mjs';
import { accumulators } from './accumulators.mjs';

/** A fixed number of arguments, evaluated. One argument may stand without its brackets. */
function argumentsOf(name, count, document, expression, options) {
  const values = [expression].flat().map(e => evalExpr(document, e, options));
  if (values.length !== count) throw new Rejected(`${name} needs ${count === 1 ? 'one argument' : `a list of ${count} arguments`}, and it is given ${values.length}`);
  return values;
}

const comparison = (name, test) => (document, expression, options) => test(compare(...argumentsOf(name, 2, document, expression, options)));

const listOf = (name, value) => {
  if (!Array.isArray(value)) throw new Rejected(`${name} needs an array, and it is given ${value === undefined ? 'a missing field' : JSON.stringify(value)}`);
  return value;
};

const onArray = (name, compute) => (document, expression, options) => {
  const [value] = argumentsOf(name, 1, document, expression, options);
  return isNothing(value) ? null : compute(listOf(name, value));
};

function named(name, expression, ...needed) {
  const missing = isDocument(expression) ? needed.find(key => !(key in expression)) : needed[0];
  if (missing) throw new Rejected(`${name} needs an object with "${missing}"`);
  return expression;
}

/** The options of an inner expression that sees variables besides those around it. */
const withVariables = (options, variables) => options.constructor.init(options).update({ variables });

function $cond(document, expression, options) {
  const [test, yes, no] = Array.isArray(expression) ? expression : Object.values(named('$cond', expression, 'if', 'then', 'else') && [expression.if, expression.then, expression.else]);
  if (Array.isArray(expression) && expression.length !== 3) throw new Rejected('$cond needs three: if, then, else');
  return evalExpr(document, isTrue(evalExpr(document, test, options)) ? yes : no, options);
}

function $switch(document, expression, options) {
  for (const branch of named('$switch', expression, 'branches').branches)
    if (isTrue(evalExpr(document, named('$switch branch', branch, 'case', 'then').case, options))) return evalExpr(document, branch.then, options);
  if (!('default' in expression)) throw new Rejected('$switch finds no branch for a document, and has no "default"');
  return evalExpr(document, expression.default, options);
}

function $ifNull(document, expression, options) {
  if (!Array.isArray(expression) || expression.length < 2) throw new Rejected('$ifNull needs a list: what to look at, and what to put in its place');
  const values = expression.map(e => evalExpr(document, e, options));
  return values.find(value => !isNothing(value)) ?? values.at(-1);
}

function $filter(document, expression, options) {
  const input = evalExpr(document, named('$filter', expression, 'input', 'cond').input, options);
  if (isNothing(input)) return null;
  return listOf('$filter', input).filter(item => isTrue(evalExpr(document, expression.cond, withVariables(options, { [expression.as ?? 'this']: item }))));
}

function $map(document, expression, options) {
  const input = evalExpr(document, named('$map', expression, 'input', 'in').input, options);
  if (isNothing(input)) return null;
  return listOf('$map', input).map(item => evalExpr(document, expression.in, withVariables(options, { [expression.as ?? 'this']: item })) ?? null);
}

function $reduce(document, expression, options) {
  const input = evalExpr(document, named('$reduce', expression, 'input', 'initialValue', 'in').input, options);
  if (isNothing(input)) return null;
  const first = evalExpr(document, expression.initialValue, options);
  return listOf('$reduce', input).reduce((value, item) => evalExpr(document, expression.in, withVariables(options, { value, this: item })), first);
}

function $arrayElemAt(document, expression, options) {
  const [array, index] = argumentsOf('$arrayElemAt', 2, document, expression, options);
  if (isNothing(array) || isNothing(index)) return null;
  if (!Number.isInteger(index)) throw new Rejected('$arrayElemAt needs a whole number for the position');
  return listOf('$arrayElemAt', array).at(index);
}

function $concatArrays(document, expression, options) {
  const arrays = [expression].flat().map(e => evalExpr(document, e, options));
  return arrays.some(isNothing) ? null : arrays.flatMap(array => listOf('$concatArrays', array));
}

/** The first items, the last for a number below 0, or some from a place on. */
function $slice(document, expression, options) {
  if (!Array.isArray(expression) || expression.length < 2 || expression.length > 3) throw new Rejected('$slice needs a list: an array, perhaps where to begin, and how many items');
  const [array, ...numbers] = expression.map(e => evalExpr(document, e, options));
  if (isNothing(array) || numbers.some(isNothing)) return null;
  if (!numbers.every(Number.isInteger)) throw new Rejected('$slice needs whole numbers');
  const list = listOf('$slice', array);
  const [begin, count] = numbers;
  if (count === undefined) return begin < 0 ? list.slice(begin) : list.slice(0, begin);
  if (count <= 0) throw new Rejected('$slice needs 1 item or more when it is told where to begin');
  const start = begin < 0 ? Math.max(0, list.length + begin) : begin;
  return list.slice(start, start + count);
}

/** In the order of the first list, each value once. */
function $setDifference(document, expression, options) {
  const lists = argumentsOf('$setDifference', 2, document, expression, options);
  if (lists.some(isNothing)) return null;
  const [from, without] = lists.map(list => listOf('$setDifference', list));
  return from.filter((item, place) => !without.some(other => equals(other, item)) && from.findIndex(same => equals(same, item)) === place);
}

/** Accumulators that also work on one document: over a list, or over several arguments. */
const overList = name => (document, expression, options) => {
  const values = [expression].flat().map(e => evalExpr(document, e, options));
  return accumulators[name](values.length === 1 && Array.isArray(values[0]) ? values[0] : values);
};

export const expressionOperators = {
  ...numberOperators,
  ...textOperators,
  $eq: comparison('$eq', order => order === 0),
  $ne: comparison('$ne', order => order !== 0),
  $gt: comparison('$gt', order => order > 0),
  $gte: comparison('$gte', order => order >= 0),
  $lt: comparison('$lt', order => order < 0),
  $lte: comparison('$lte', order => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $and: (document, expression, options) => [expression].flat().every(e => isTrue(evalExpr(document, e, options))),
  $or: (document, expression, options) => [expression].flat().some(e => isTrue(evalExpr(document, e, options))),
  $not: (document, expression, options) => !isTrue(argumentsOf('$not', 1, document, expression, options)[0]),
  $cond, $switch, $ifNull, $filter, $map, $reduce, $arrayElemAt, $concatArrays, $setDifference, $slice,
  $literal: (_, expression) => expression,
  $let: (document, expression, options) => {
    const { vars, in: inner } = named('$let', expression, 'vars', 'in');
    const values = Object.fromEntries(Object.entries(vars).map(([name, e]) => [name, evalExpr(document, e, options)]));
    return evalExpr(document, inner, withVariables(options, values));
  },
  $size: (document, expression, options) => listOf('$size', argumentsOf('$size', 1, document, expression, options)[0]).length,
  $in: (document, expression, options) => {
    const [value, array] = argumentsOf('$in', 2, document, expression, options);
    return listOf('$in', array).some(item => equals(item, value));
  },
  $isArray: (document, expression, options) => Array.isArray(argumentsOf('$isArray', 1, document, expression, options)[0]),
  $first: onArray('$first', array => array[0]),
  $last: onArray('$last', array => array.at(-1)),
  $reverseArray: onArray('$reverseArray', array => array.toReversed()),
  $sum: overList('$sum'),
  $avg: overList('$avg'),
  $min: overList('$min'),
  $max: overList('$max'),
};
