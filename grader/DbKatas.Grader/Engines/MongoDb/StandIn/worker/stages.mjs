// The stages of a pipeline. mingo strings them together and evaluates expressions; what a stage does is written here.
import { Aggregator, Lazy, Query, evalExpr } from './packages.mjs';
import { Rejected, Refused, compare, fieldOf, isDocument, keyOf, sameType } from './values.mjs';
import { accumulators } from './accumulators.mjs';
import { addition, projection } from './projections.mjs';
import { $graphLookup, $lookup, $unionWith } from './joins.mjs';
import { placed } from './paths.mjs';
import { sorted } from './sorting.mjs';
import { $setWindowFields } from './windows.mjs';

function $group(documents, specification, options) {
  if (!isDocument(specification) || !('_id' in specification)) throw new Rejected('$group needs an "_id": what to group by, or null for one group of all');
  const fields = Object.entries(specification).filter(([name]) => name !== '_id').map(([name, value]) => [name, ...accumulator(name, value)]);
  return documents.transform(all => {
    const groups = new Map();
    for (const document of all) {
      // A missing field groups with null.
      const id = defined(evalExpr(document, specification._id, options)) ?? null;
      const key = keyOf(id);
      if (!groups.has(key)) groups.set(key, { id, members: [] });
      groups.get(key).members.push(document);
    }
    return Lazy([...groups.values()].map(({ id, members }) => Object.fromEntries([['_id', id],
      ...fields.map(([name, accumulate, expression]) => [name, accumulate(members.map(member => defined(evalExpr(member, expression, options))))])])));
  });
}

function accumulator(name, value) {
  if (name.includes('.')) throw new Rejected(`$group can't make a field "${name}": a name there has no dots`);
  const [operator, ...more] = isDocument(value) ? Object.keys(value) : [];
  if (!operator?.startsWith('$') || more.length > 0) throw new Rejected(`$group needs an accumulator for "${name}", as in { "$sum": 1 }`);
  if (!Object.hasOwn(accumulators, operator)) throw new Refused(operator);
  return [accumulators[operator], value[operator]];
}

// Fields that come to nothing stay away from an object.
function defined(value) {
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, defined(item)]).filter(([, item]) => item !== undefined));
}

function $sort(documents, specification) {
  return documents.transform(all => Lazy(sorted(all, specification)));
}

function $unwind(documents, specification) {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = typeof specification === 'string' ? { path: specification } : specification ?? {};
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) throw new Rejected('$unwind needs a path that begins with $, as in "$items"');
  const names = path.slice(1).split('.');
  return documents.transform(all => Lazy(all.flatMap(document => {
    const value = names.reduce((holder, name) => (isDocument(holder) ? fieldOf(holder, name) : undefined), document);
    const numbered = (unwound, index) => (includeArrayIndex === undefined ? unwound : placed(unwound, includeArrayIndex.split('.'), index));
    if (Array.isArray(value) && value.length > 0) return value.map((item, i) => numbered(placed(document, names, item), i));
    if (value !== undefined && value !== null && !Array.isArray(value)) return [numbered(document, null)];
    if (preserveNullAndEmptyArrays !== true) return [];
    return [numbered(Array.isArray(value) ? placed(document, names, undefined) : document, null)];
  })));
}

function $replaceWith(documents, expression, options) {
  return documents.map(document => {
    const replacement = evalExpr(document, expression, options);
    if (!isDocument(replacement)) throw new Rejected('$replaceWith needs an object for every document, and for one it finds none');
    return defined(replacement);
  });
}

const wholeNumber = (name, value, least) => {
  if (!Number.isInteger(value) || value < least) throw new Rejected(`${name} needs a whole number, ${least} or more`);
  return value;
};

function $match(documents, condition, options) {
  const query = new Query(condition, options);
  return documents.filter(document => query.test(document));
}

// Each list sees all documents; there is always one document of them, also where nothing comes in.
function $facet(documents, lists, options) {
  return documents.transform(all => Lazy([Object.fromEntries(
    Object.entries(lists).map(([name, pipeline]) => [name, new Aggregator(pipeline, options).run(all.map(document => ({ ...document })))]))]));
}

// From each boundary up to the next, which does not belong to it. What is in none goes to the default.
function $bucket(documents, { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } } }, options) {
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw new Rejected('$bucket needs a list of at least two boundaries');
  if (boundaries.some((value, i) => i > 0 && !(sameType(value, boundaries[i - 1]) && compare(boundaries[i - 1], value) < 0)))
    throw new Rejected('$bucket needs boundaries of one type, each larger than the one before');
  if (otherwise !== undefined && sameType(otherwise, boundaries[0]) && compare(otherwise, boundaries[0]) >= 0 && compare(otherwise, boundaries.at(-1)) < 0)
    throw new Rejected('the default of $bucket must lie outside of the boundaries');
  const bucketOf = document => {
    const value = evalExpr(document, groupBy, options);
    const at = boundaries.findLastIndex(boundary => compare(boundary, value) <= 0);
    if (at >= 0 && at < boundaries.length - 1) return boundaries[at];
    if (otherwise === undefined) throw new Rejected('$bucket finds a value that lies in no bucket, and has no "default"');
    return otherwise;
  };
  return documents.transform(all => {
    const members = new Map();
    for (const document of all) {
      const bucket = bucketOf(document);
      members.set(keyOf(bucket), { bucket, documents: [...members.get(keyOf(bucket))?.documents ?? [], document] });
    }
    return Lazy([...members.values()].sort((a, b) => compare(a.bucket, b.bucket))
      .flatMap(({ bucket, documents: found }) => $group(Lazy(found), { _id: { $literal: bucket }, ...output }, options).collect()));
  });
}

export const stages = {
  $match, $group, $sort, $unwind, $lookup, $graphLookup, $unionWith, $setWindowFields, $facet, $bucket, $replaceWith,
  $project: (documents, specification, options) => documents.map(projection(specification, options)),
  $addFields: (documents, specification, options) => documents.map(addition(specification, options)),
  $set: (documents, specification, options) => documents.map(addition(specification, options)),
  $unset: (documents, names, options) => documents.map(projection(Object.fromEntries([names].flat().map(name => [name, 0])), options)),
  $replaceRoot: (documents, specification, options) => $replaceWith(documents, specification?.newRoot, options),
  $limit: (documents, count) => documents.take(wholeNumber('$limit', count, 1)),
  $skip: (documents, count) => documents.drop(wholeNumber('$skip', count, 0)),
  $count: (documents, name) => {
    if (typeof name !== 'string' || !/^[^$.][^.]*$/.test(name)) throw new Rejected('$count needs the name of a field for the number, without dots and not beginning with $');
    return documents.transform(all => Lazy(all.length === 0 ? [] : [{ [name]: all.length }]));
  },
  $sortByCount: (documents, expression, options) => $sort($group(documents, { _id: expression, count: { $sum: 1 } }, options), { count: -1 }, options),
};
