import { testOnMongo } from './test-on-mongo.js';

testOnMongo('mongo-java-server');
