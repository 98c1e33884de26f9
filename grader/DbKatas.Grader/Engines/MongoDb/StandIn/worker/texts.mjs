// Operators on texts and dates. Upper and lower case are for ASCII letters alone, as in MongoDB.
import { evalExpr } from './packages.mjs';
import { Rejected, Refused, isNothing, isNumber } from './values.mjs';

const evaluated = (document, expression, options) => evalExpr(document, [expression].flat(), options);

const onText = (name, compute) => (document, expression, options) => {
  const [value] = evaluated(document, expression, options);
  if (isNothing(value)) return compute('');
  if (isNumber(value) || value instanceof Date) throw new Refused(`${name} on numbers and dates`);
  if (typeof value !== 'string') throw new Rejected(`${name} needs a text, and it is given ${JSON.stringify(value)}`);
  return compute(value);
};

const texts = (name, values) => {
  const stranger = values.find(value => typeof value !== 'string');
  if (stranger !== undefined) throw new Rejected(`${name} needs texts, and it is given ${JSON.stringify(stranger)}`);
  return values;
};

function $concat(document, expression, options) {
  const values = evaluated(document, expression, options);
  return values.some(isNothing) ? null : texts('$concat', values).join('');
}

function $split(document, expression, options) {
  const values = evaluated(document, expression, options);
  if (values.length !== 2) throw new Rejected('$split needs a text and what parts it');
  if (values.some(isNothing)) return null;
  const [text, separator] = texts('$split', values);
  if (separator === '') throw new Rejected('$split can\'t part by an empty text');
  return text.split(separator);
}

function $substrCP(document, expression, options) {
  const [text, start, length] = evaluated(document, expression, options);
  if (![start, length].every(n => Number.isInteger(n) && n >= 0)) throw new Rejected('$substrCP needs a text, a position from 0 and a length');
  return isNothing(text) ? '' : [...texts('$substrCP', [text])[0]].slice(start, start + length).join('');
}

function $strLenCP(document, expression, options) {
  const [text] = evaluated(document, expression, options);
  if (typeof text !== 'string') throw new Rejected('$strLenCP needs a text, and a document has none there');
  return [...text].length;
}

const datePart = (name, compute) => (document, expression, options) => {
  const [value] = evaluated(document, expression, options);
  if (isNothing(value)) return null;
  if (!(value instanceof Date)) throw new Rejected(`${name} needs a date, and it is given ${JSON.stringify(value)}`);
  return compute(value);
};

const dayMilliseconds = 24 * 60 * 60 * 1000;

const formats = {
  '%Y': date => String(date.getUTCFullYear()).padStart(4, '0'),
  '%m': date => twoDigits(date.getUTCMonth() + 1),
  '%d': date => twoDigits(date.getUTCDate()),
  '%H': date => twoDigits(date.getUTCHours()),
  '%M': date => twoDigits(date.getUTCMinutes()),
  '%S': date => twoDigits(date.getUTCSeconds()),
  '%L': date => String(date.getUTCMilliseconds()).padStart(3, '0'),
  '%%': () => '%',
};

const twoDigits = n => String(n).padStart(2, '0');

function $dateToString(document, { date: dateExpression, format, onNull }, options) {
  const date = evalExpr(document, dateExpression, options);
  if (isNothing(date)) return onNull === undefined ? null : evalExpr(document, onNull, options);
  if (!(date instanceof Date)) throw new Rejected(`$dateToString needs a date, and it is given ${JSON.stringify(date)}`);
  return format.replace(/%./g, part => formats[part](date));
}

export const textOperators = {
  $concat, $split, $substrCP, $strLenCP, $dateToString,
  $toUpper: onText('$toUpper', text => text.replace(/[a-z]+/g, letters => letters.toUpperCase())),
  $toLower: onText('$toLower', text => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())),
  $year: datePart('$year', date => date.getUTCFullYear()),
  $month: datePart('$month', date => date.getUTCMonth() + 1),
  $dayOfMonth: datePart('$dayOfMonth', date => date.getUTCDate()),
  $hour: datePart('$hour', date => date.getUTCHours()),
  $minute: datePart('$minute', date => date.getUTCMinutes()),
  $second: datePart('$second', date => date.getUTCSeconds()),
  $millisecond: datePart('$millisecond', date => date.getUTCMilliseconds()),
  $dayOfWeek: datePart('$dayOfWeek', date => date.getUTCDay() + 1),
  $dayOfYear: datePart('$dayOfYear', date => Math.floor((date - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMilliseconds) + 1),
};
