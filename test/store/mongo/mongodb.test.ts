import { testMongoStore } from './test-mongo-store.js';

testMongoStore('MongoDB');
