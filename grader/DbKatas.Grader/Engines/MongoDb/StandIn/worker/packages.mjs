// The packages lie in the cache folder that `kata setup` fills, not beside this file: its path comes on the command line.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));

export const { EJSON, ObjectId } = require('bson');
export const { Context, evalExpr } = require('mingo/core');
export const { Aggregator } = require('mingo/aggregator');
export const { Query } = require('mingo/query');
export const { Lazy } = require('mingo/lazy');
export const { MingoError } = require('mingo/util');
