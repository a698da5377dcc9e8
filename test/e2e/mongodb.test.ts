import { testOnMongo } from './test-on-mongo.js';

testOnMongo('MongoDB');
