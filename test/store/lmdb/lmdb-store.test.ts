import { testStore } from '../conformance.js';
import { openTemporaryStore } from './open-temporary-store.js';

testStore('LMDB', openTemporaryStore);
