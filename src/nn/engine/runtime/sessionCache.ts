import { createHash } from "node:crypto";
import type { OnnxRuntime, Session } from "./stepRuntime.js";

/** How many sessions that nobody uses are kept. */
const IDLE = 8;

interface Entry {
  readonly session: Promise<Session>;
  users: number;
}

/**
 * Load equal models once: nets of equal architecture have equal steps, and share a session.
 *
 * A session that all its users have released is kept for the next one; of such, the eight last used stay, and the
 * others are released. Releasing twice counts once.
 *
 * @param load prepares a model, given as the bytes of its file
 * @returns the same, with the sessions of earlier models remembered by the SHA-256 of their bytes
 */
export function sessionCache(load: OnnxRuntime["loadModel"]): OnnxRuntime["loadModel"] {
  const entries = new Map<string, Entry>();

  const trim = async (): Promise<void> => {
    const idle = [...entries].filter(([, { users }]) => users === 0);
    const surplus = idle.slice(0, Math.max(0, idle.length - IDLE));
    for (const [key] of surplus) entries.delete(key);
    await Promise.all(surplus.map(async ([, { session }]) => (await session).release()));
  };

  return async (model) => {
    const key = createHash("sha256").update(model).digest("hex");
    const entry = entries.get(key) ?? { session: load(model), users: 0 };
    entry.users++;
    entries.set(key, entry);
    let session: Session;
    try {
      session = await entry.session;
    } catch (error) {
      entries.delete(key); // it may be taken another time
      throw error;
    }
    let isOpen = true;
    return {
      run: (inputs, into) => (isOpen ? session.run(inputs, into) : Promise.reject(new Error("this session has been released"))),
      release: async () => {
        if (!isOpen) return;
        isOpen = false;
        entry.users--;
        entries.delete(key); // the last used come last
        entries.set(key, entry);
        await trim();
      },
    };
  };
}
