import type { ErrorCode } from '../shared/ipc/contract.ts';

/** An error that crosses the door as data: a stable code and a sentence for a person. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
