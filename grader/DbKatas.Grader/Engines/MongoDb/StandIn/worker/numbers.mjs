// Arithmetic as MongoDB does it with doubles and integers. What would need another type of number is refused.
import { evalExpr } from './packages.mjs';
import { Rejected, Refused, isNothing, isNumber } from './values.mjs';

// { "$abs": "$x" } and { "$abs": ["$x"] } are the same.
const argumentsOf = (document, expression, options) => evalExpr(document, [expression].flat(), options);

const shown = v => (v instanceof Date ? 'a date' : Array.isArray(v) ? 'a list' : typeof v === 'object' ? 'an object' : `the ${typeof v === 'boolean' ? 'boolean' : 'text'} ${JSON.stringify(v)}`);

function safe(name, result) {
  if (Number.isInteger(result) && !Number.isSafeInteger(result)) throw new Refused(`whole numbers beyond 9007199254740991 (${name})`);
  return result;
}

/** An operator on numbers: null when an argument is null or missing, an error for anything else that is no number. */
const numeric = (name, count, compute) => (document, expression, options) => onNumbers(name, count, compute, argumentsOf(document, expression, options));

function onNumbers(name, count, compute, values) {
  if (count > 0 && values.length !== count) throw new Rejected(`${name} needs ${count === 1 ? 'one number' : `a list of ${count} numbers`}, and it is given ${values.length}`);
  if (values.some(isNothing)) return null;
  const stranger = values.find(value => !isNumber(value));
  if (stranger !== undefined) throw new Rejected(`${name} needs numbers, and it is given ${shown(stranger)}`);
  return safe(name, compute(...values));
}

const divideByZero = name => new Rejected(`${name} can't divide by 0`);

// Dates may be added to and subtracted from, in milliseconds.
const $add = (document, expression, options) => {
  const values = argumentsOf(document, expression, options);
  const dates = values.filter(value => value instanceof Date);
  if (dates.length > 1) throw new Rejected('$add can take one date at most, and it is given two');
  const sum = onNumbers('$add', 0, (...all) => all.reduce((a, b) => a + b, 0), values.map(v => (v instanceof Date ? +v : v)));
  return sum === null || dates.length === 0 ? sum : new Date(Math.round(sum));
};

const $subtract = (document, expression, options) => {
  const values = argumentsOf(document, expression, options);
  const [a, b] = values;
  if (a instanceof Date && b instanceof Date) return a - b;
  if (a instanceof Date && isNumber(b)) return new Date(a - Math.round(b));
  return onNumbers('$subtract', 2, (x, y) => x - y, values);
};

/** Rounds to so many decimal places by the number's exact digits; a tie goes to the even neighbour when it is not cut off. */
function toPlaces(number, places, isCut) {
  if (!Number.isFinite(number)) return number;
  // 34 digits are what MongoDB rounds by as well: those of a Decimal128.
  const [, sign, digits, exponent] = /^(-?)([\d.]+)(?:e([+-]\d+))?$/.exec(number.toExponential(33));
  const all = digits.replace('.', '');
  const keep = Number(exponent) + 1 + places;
  if (keep < 0) return 0;
  const kept = BigInt(all.slice(0, keep) || '0');
  const rest = all.slice(keep).padEnd(1, '0');
  const isTie = /^50*$/.test(rest);
  const isUp = !isCut && (isTie ? kept % 2n === 1n : rest[0] >= '5');
  return Number(`${sign}${kept + (isUp ? 1n : 0n)}e${-places}`) + 0;
}

const rounded = (name, isCut) => (document, expression, options) => {
  const [number, places = 0] = argumentsOf(document, expression, options);
  if (!isNothing(places) && (!Number.isInteger(places) || places < -20 || places > 100))
    throw new Rejected(`${name} takes a whole number of places from -20 to 100`);
  return onNumbers(name, 2, (n, p) => toPlaces(n, p, isCut), [number, places]);
};

export const numberOperators = {
  $add, $subtract,
  $multiply: numeric('$multiply', 0, (...all) => all.reduce((a, b) => a * b, 1)),
  $divide: numeric('$divide', 2, (a, b) => {
    if (b === 0) throw divideByZero('$divide');
    return a / b;
  }),
  $mod: numeric('$mod', 2, (a, b) => {
    if (b === 0) throw divideByZero('$mod');
    return a % b;
  }),
  $abs: numeric('$abs', 1, Math.abs),
  $ceil: numeric('$ceil', 1, Math.ceil),
  $floor: numeric('$floor', 1, Math.floor),
  $round: rounded('$round', false),
  $trunc: rounded('$trunc', true),
};
