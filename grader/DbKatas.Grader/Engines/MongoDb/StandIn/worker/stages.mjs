// The stages of a pipeline. mingo strings them together and evaluates expressions; what a stage does is written here.
import { Lazy, Query, evalExpr } from './packages.mjs';
import { Rejected, Refused, compare, fieldOf, isDocument, keyOf } from './values.mjs';
import { accumulators } from './accumulators.mjs';
import { addition, projection } from './projections.mjs';
import { matches, valuesAt } from './queries.mjs';

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
  const keys = Object.entries(isDocument(specification) ? specification : {});
  if (keys.length === 0) throw new Rejected('$sort names no field. Name at least one, as in { "total": -1 }');
  const wrong = keys.find(([, direction]) => direction !== 1 && direction !== -1);
  if (wrong) throw new Rejected(`$sort takes 1 (smallest first) or -1 (largest first) for "${wrong[0]}"`);
  return documents.transform(all => Lazy(all
    .map(document => ({ document, values: keys.map(([path]) => sortValue(document, path)) }))
    .sort((a, b) => keys.reduce((order, [, direction], i) => order || direction * compare(a.values[i], b.values[i]), 0))
    .map(({ document }) => document)));
}

function sortValue(document, path) {
  const [value, ...more] = valuesAt(document, path, false);
  if (Array.isArray(value) || more.length > 0) throw new Refused(`$sort by an array ("${path}")`);
  return value ?? null;
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

// A copy that shares nothing along the path: documents unwound from one another stay apart.
function placed(document, [name, ...rest], value) {
  const old = fieldOf(document, name);
  const next = rest.length === 0 ? value : placed(isDocument(old) ? old : {}, rest, value);
  const { [name]: _, ...others } = document;
  return next === undefined ? others : { ...others, [name]: next };
}

function $lookup(documents, { from, localField, foreignField, as }, options) {
  const others = options.collectionResolver(from);
  return documents.transform(all => Lazy(all.map(document => {
    const wanted = [...valuesAt(document, localField)].filter(value => !Array.isArray(value)).map(value => value ?? null);
    if (wanted.length === 0) throw new Refused(`$lookup by an array without values ("${localField}")`);
    const found = others.filter(other => wanted.some(value => matches(other, foreignField, value)));
    return placed(document, as.split('.'), found);
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

export const stages = {
  $match, $group, $sort, $unwind, $lookup, $replaceWith,
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
