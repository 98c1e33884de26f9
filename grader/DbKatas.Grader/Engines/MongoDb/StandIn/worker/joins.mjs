// The stages that look into another collection: $lookup in its forms, $graphLookup and $unionWith.
import { Aggregator, Lazy, Query, evalExpr } from './packages.mjs';
import { Refused, isNothing, keyOf } from './values.mjs';
import { matches, valuesAt } from './queries.mjs';
import { placed } from './paths.mjs';

export function $lookup(documents, { from, localField, foreignField, let: variables = {}, pipeline, as }, options) {
  const others = options.collectionResolver(from);
  return documents.transform(all => Lazy(all.map(document => {
    const joined = localField === undefined ? others : partners(document, others, localField, foreignField);
    if (pipeline === undefined) return placed(document, as.split('.'), joined);
    const values = Object.fromEntries(Object.entries(variables).map(([name, expression]) => [name, evalExpr(document, expression, options)]));
    // What a pipeline changes in a document must not show in the next document's partners.
    return placed(document, as.split('.'), new Aggregator(pipeline, withVariables(options, values)).run(structuredCopies(joined)));
  })));
}

const structuredCopies = documents => documents.map(document => ({ ...document }));

const withVariables = (options, variables) => options.constructor.init(options).update({ variables });

function partners(document, others, localField, foreignField) {
  const wanted = [...valuesAt(document, localField)].filter(value => !Array.isArray(value)).map(value => value ?? null);
  if (wanted.length === 0) throw new Refused(`$lookup by an array without values ("${localField}")`);
  return others.filter(other => wanted.some(value => matches(other, foreignField, value)));
}

// Breadth first, so that a document found by two ways has the smaller depth. Each is found once, also where links run in a circle.
export function $graphLookup(documents, { from, startWith, connectFromField, connectToField, as, maxDepth = Infinity, depthField, restrictSearchWithMatch }, options) {
  const restriction = restrictSearchWithMatch && new Query(restrictSearchWithMatch, options);
  const others = options.collectionResolver(from).filter(other => !restriction || restriction.test(other));
  const isComplete = others.every(other => [...valuesAt(other, connectToField)].every(value => !isNothing(value)));
  return documents.transform(all => Lazy(all.map(document => {
    const found = new Map();
    let frontier = [evalExpr(document, startWith, options)].flat();
    for (let depth = 0; frontier.length > 0 && depth <= maxDepth; depth++) {
      // Whether nothing finds nothing differs between null and a missing field; it can only matter where the other end lacks the field.
      if (!isComplete && frontier.some(isNothing)) throw new Refused('$graphLookup from nothing to documents without a value there');
      const wanted = frontier.filter(value => !isNothing(value));
      const next = others.filter(other => !found.has(keyOf(other._id)) && wanted.some(value => matches(other, connectToField, value)));
      for (const other of next) found.set(keyOf(other._id), depthField === undefined ? other : placed(other, depthField.split('.'), depth));
      frontier = next.flatMap(other => [...valuesAt(other, connectFromField)].filter(value => !Array.isArray(value)));
    }
    return placed(document, as.split('.'), [...found.values()]);
  })));
}

export function $unionWith(documents, specification, options) {
  const { coll, pipeline = [] } = typeof specification === 'string' ? { coll: specification } : specification;
  return documents.transform(all => Lazy([...all, ...new Aggregator(pipeline, options).run(options.collectionResolver(coll))]));
}
