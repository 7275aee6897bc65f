import { app } from '../../vite.app';

export default app('console', '/console/');
