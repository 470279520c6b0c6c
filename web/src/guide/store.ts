// What is kept on this device, and only there: the city's files, what signatures were seen, places that
// somebody asked to remember. Where a browser keeps nothing, all works until the page is closed.

/** A part of the store: files by their name, and small values. */
type Shelf = 'files' | 'values';

const DATABASE = 'guide';

function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        for (const shelf of ['files', 'values']) request.result.createObjectStore(shelf);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** What is kept. Nothing here throws: what cannot be kept is kept in memory, and `isLasting` says so. */
export class Store {
  private readonly memory = new Map<string, unknown>();

  private constructor(private database: IDBDatabase | null) {}

  static async open(): Promise<Store> {
    return new Store(await opened());
  }

  /** Whether what is kept outlives the page. */
  get isLasting(): boolean {
    return this.database !== null;
  }

  async get<T>(shelf: Shelf, name: string): Promise<T | null> {
    const found = await this.ask((store) => store.get(name), shelf, 'readonly');
    return ((found ?? this.memory.get(`${shelf}/${name}`)) as T | undefined) ?? null;
  }

  async names(shelf: Shelf): Promise<string[]> {
    const found = await this.ask((store) => store.getAllKeys(), shelf, 'readonly');
    return ((found as IDBValidKey[] | undefined) ?? []).map(String);
  }

  async put(shelf: Shelf, name: string, value: unknown): Promise<void> {
    this.memory.set(`${shelf}/${name}`, value);
    const done = await this.ask((store) => store.put(value, name), shelf, 'readwrite');
    // Megabytes need not lie in memory too.
    if (done !== undefined && shelf === 'files') this.memory.delete(`${shelf}/${name}`);
  }

  async drop(shelf: Shelf, name: string): Promise<void> {
    this.memory.delete(`${shelf}/${name}`);
    await this.ask((store) => store.delete(name), shelf, 'readwrite');
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    this.memory.clear();
    for (const shelf of ['files', 'values'] as const)
      await this.ask((store) => store.clear(), shelf, 'readwrite');
  }

  private ask(
    what: (store: IDBObjectStore) => IDBRequest,
    shelf: Shelf,
    mode: IDBTransactionMode,
  ): Promise<unknown> {
    return new Promise((resolve) => {
      if (!this.database) return resolve(undefined);
      try {
        const transaction = this.database.transaction(shelf, mode);
        const request = what(transaction.objectStore(shelf));
        // A write is done when the whole transaction is.
        if (mode === 'readwrite') {
          transaction.oncomplete = () => resolve(request.result ?? null);
          // Told at once: a page that is closed in the next moment has kept it all the same.
          transaction.commit?.();
        } else request.onsuccess = () => resolve(request.result);
        transaction.onerror = () => resolve(undefined);
        transaction.onabort = () => resolve(undefined);
      } catch {
        // Closed from outside: a private window, or site data that were deleted.
        this.database = null;
        resolve(undefined);
      }
    });
  }
}
