import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsConflict } from './credentials-conflict.ts';

testRule(credentialsConflict, {
  silent: {
    'one credential': { sent: opaque },
    'a presigned address alone': { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00' },
  },
  speaks: {
    'presigned and Authorization': {
      given: { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00ff', sent: opaque, status: 400 },
      title: /presigned and Authorization/,
      at: ['Request › URL', 'Request › Authorization'],
      marks: '00ff',
    },
    'Authorization twice': {
      given: { sent: { Authorization: ['Basic YTpi', 'Bearer abc'] } },
      title: /sent 2 times/,
      at: ['Request › Authorization (2)'],
    },
  },
});
