/** Secrets at rest. Ids are random; values are encrypted under a key that lies in the OS keychain or in a key file. */
export interface Vault {
  readonly kind: 'keychain' | 'key-file';
  /** Said to a person where there is no keychain. */
  readonly notice: string | undefined;
  get(id: string): Promise<string | undefined>;
  /** Stores under the given id, or under a new one. */
  put(value: string, id?: string): Promise<string>;
  remove(ids: readonly string[]): Promise<void>;
}
