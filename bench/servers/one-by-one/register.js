// Given to Node with --import, before the service: reads of MongoDB go one by one, and not together.
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
