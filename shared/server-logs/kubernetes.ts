import { defineLogServer } from './log-server.ts';
import { utc, word } from './shell-words.ts';

export const kubernetes = defineLogServer({
  id: 'kubernetes',
  label: 'Kubernetes',
  speaks: [
    { field: 'X-Kubernetes-Pf-Flowschema-Uid', says: /./ },
    { field: 'Audit-Id', says: /./ },
  ],
  commands: ({ host, path, atSeconds, requestId }) => [
    {
      shows: 'the request at the ingress controller',
      command: `kubectl logs -n ingress-nginx -l app.kubernetes.io/component=controller --timestamps --since-time=${word(utc(atSeconds, -30))} --tail=-1 | grep -F -- ${word(requestId ?? path)}`,
    },
    {
      shows: 'which service the host leads to, and what guards it there',
      command: `kubectl get ingress -A -o json | jq --arg host ${word(host)} '.items[] | select(any(.spec.rules[]?; .host == $host)) | {namespace: .metadata.namespace, name: .metadata.name, annotations: .metadata.annotations, rules: .spec.rules}'`,
    },
    {
      shows: 'what the application itself said; put its namespace and deployment in',
      command: `kubectl logs -n NAMESPACE deployment/NAME --all-containers --timestamps --since-time=${word(utc(atSeconds, -30))} | grep -iE 'auth|token|denied|forbidden|401|403'`,
    },
    {
      shows: 'changes of that time: a rotated secret, a new policy, a restarted pod',
      command: `kubectl get events -A --sort-by=.lastTimestamp | tail -n 30`,
    },
  ],
});
