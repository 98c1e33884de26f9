// What $group makes of the values of a group. Each is given one value a document; a missing field is undefined.
import { Rejected, Refused, compare, isDocument, isNothing, isNumber, keyOf } from './values.mjs';

function sum(values) {
  const total = values.filter(isNumber).reduce((a, b) => a + b, 0);
  if (Number.isInteger(total) && !Number.isSafeInteger(total)) throw new Refused('whole numbers beyond 9007199254740991 ($sum)');
  return total;
}

function average(values) {
  const numbers = values.filter(isNumber);
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

const extreme = isBetter => values =>
  values.filter(value => !isNothing(value)).reduce((best, value) => (best === null || isBetter(compare(value, best)) ? value : best), null);

function mergeObjects(values) {
  const stranger = values.find(value => !isNothing(value) && !isDocument(value));
  if (stranger !== undefined) throw new Rejected(`$mergeObjects needs objects, and it is given ${JSON.stringify(stranger)}`);
  return Object.assign({}, ...values.filter(isDocument));
}

const isThere = value => value !== undefined;

export const accumulators = {
  $sum: sum,
  $avg: average,
  $min: extreme(order => order < 0),
  $max: extreme(order => order > 0),
  $first: values => values[0] ?? null,
  $last: values => values.at(-1) ?? null,
  // A document without the field adds nothing to a list; one that holds null adds null.
  $push: values => values.filter(isThere),
  $addToSet: values => [...new Map(values.filter(isThere).map(value => [keyOf(value), value])).values()],
  $count: values => values.length,
  $mergeObjects: mergeObjects,
};
