/**
 * What is typed in a form and not stored yet. A form registers how it stores it; a request waits for all of them before
 * it leaves, so that it never goes out with yesterday's secret.
 */
type Store = () => Promise<void>;

const stores = new Set<Store>();

/** Returns the function that takes the form out again. */
export const registerEdits = (store: Store): (() => void) => {
  stores.add(store);
  return () => {
    stores.delete(store);
  };
};

/** Stores everything that is typed; over when all of it is stored. */
export const storeEdits = async (): Promise<void> => {
  await Promise.all([...stores].map((store) => store()));
};
