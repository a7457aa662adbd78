import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mlflow = defineProvider({
  id: 'mlflow',
  name: 'MLflow',
  category: 'ai',
  address: 'https://mlflow.example.com/api/2.0/mlflow/experiments/search',
  hosts: /^mlflow\./,
  paths: /^\/api\/2\.0\/(?:mlflow|mlflow-artifacts)\//,
  body: /You are not authenticated\. Please see https:\/\/www\.mlflow\.org/,
  sources: ['https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/'],
  few: 'Its login says two sentences.',
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /You are not authenticated\. Please see https:\/\/www\.mlflow\.org/i,
      notSent: /./,
      explanation: 'Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, which go out as Basic.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="mlflow"', 'Content-Type': 'text/html' },
        body: 'You are not authenticated. Please see https://www.mlflow.org/docs/latest/auth/index.html#authenticating-to-mlflow on how to authenticate.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /You are not authenticated\. Please see https:\/\/www\.mlflow\.org/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'The server has no such user and password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="mlflow"', 'Content-Type': 'text/html' },
        body: 'You are not authenticated. Please see https://www.mlflow.org/docs/latest/auth/index.html#authenticating-to-mlflow on how to authenticate.',
      },
    },
  ],
});
