import { Rejected, Refused, compare, isDocument } from './values.mjs';
import { valuesAt } from './queries.mjs';

export function sorted(documents, specification, what = '$sort') {
  const keys = Object.entries(isDocument(specification) ? specification : {});
  if (keys.length === 0) throw new Rejected(`${what} names no field. Name at least one, as in { "total": -1 }`);
  const wrong = keys.find(([, direction]) => direction !== 1 && direction !== -1);
  if (wrong) throw new Rejected(`${what} takes 1 (smallest first) or -1 (largest first) for "${wrong[0]}"`);
  return documents
    .map(document => ({ document, values: keys.map(([path]) => sortValue(document, path)) }))
    .sort((a, b) => keys.reduce((order, [, direction], i) => order || direction * compare(a.values[i], b.values[i]), 0))
    .map(({ document }) => document);
}

export function sortValue(document, path) {
  const [value, ...more] = valuesAt(document, path, false);
  if (Array.isArray(value) || more.length > 0) throw new Refused(`$sort by an array ("${path}")`);
  return value ?? null;
}
