import { config } from 'zod';

/**
 * Imported before anything that makes a schema: zod would otherwise try whether it may evaluate text as code, which the
 * page's policy refuses and reports.
 */
config({ jitless: true });
