import { testMongoStore } from './test-mongo-store.js';

testMongoStore('mongo-java-server');
