// Threads do not take tsx over from the main thread: each registers it by tsx's own interface.
import { register } from 'tsx/esm/api';

register();
