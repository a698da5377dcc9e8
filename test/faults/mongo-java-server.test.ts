import { testFaults } from './test-faults.js';

testFaults('mongo-java-server');
