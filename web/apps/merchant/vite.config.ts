import { app } from '../../vite.app';

export default app('merchant', '/merchant/');
