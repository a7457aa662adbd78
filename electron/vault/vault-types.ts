/** Secrets at rest. Ids are random; values are encrypted under a key that lies in the OS keychain or in a key file. */
export interface Vault {
  readonly kind: 'keychain' | 'key-file';
  /** Said to a person where there is no keychain, or where the vault cannot be opened. */
  readonly notice: string | undefined;
  get(id: string): Promise<string | undefined>;
  /** Stores under the given id, or under a new one. */
  put(value: string, id?: string): Promise<string>;
  /** Stores several under their ids, in one write. */
  putAll(values: ReadonlyMap<string, string>): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Encrypts a text for a place outside the vault. `purpose` must be the same when it is opened. */
  seal(text: string, purpose: string): Promise<string>;
  /** `undefined` where it was not sealed by this vault for this purpose. */
  unseal(sealed: string, purpose: string): Promise<string | undefined>;
}
