import { createHash, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { claimJob, releaseJob, type Store, StoreUnavailable, takeLostJobs } from '../store/index.js';

/** A kind of job: what it is called, and what to do with one. Doing it twice must do no harm. */
export interface JobKind<Data extends object> {
  readonly name: string;
  /** `signal` asks to end soon: whoever throws then is called again at the next start. */
  run(data: Data, signal: AbortSignal): Promise<void>;
  /** After the last attempt failed. */
  giveUp(data: Data): Promise<void>;
}

/** The jobs of the library, kept in its database: they survive the end of any process. */
export interface Queue {
  /** Queues a job unless one with the same `identity` was queued before. */
  send(kind: string, data: object, identity: string): Promise<void>;
  /** Lets the jobs in work come to their end, or to their next start. */
  stop(): Promise<void>;
}

/** A job is tried again after its process was killed, but not for ever: it may be what kills it. */
const RETRY_LIMIT = 20;
/** For jobs of processes that vanished without PostgreSQL noticing; claims find the others at once. */
const EXPIRE_IN_SECONDS = 3600;
/** Jobs of this process start at once; those that other processes queue, after this time at most. */
const POLL_MS = 1_000;
const RECOVER_EVERY_MS = 10_000;
const UNAVAILABLE_RETRY_MS = 1_000;
/** Jobs wait for the database to come back for this long before they count as failed. */
const WAIT_FOR_STORE_MS = 600_000;
const STOP_WITHIN_MS = 10_000;
const LOCK_RANGE = 2 ** 31;

interface QueueOptions {
  readonly store: Store;
  readonly kinds: readonly JobKind<never>[];
  /** Jobs of each kind that run at a time; 0 for a process that only queues. */
  readonly lanes: number;
}

/** Opens the queue in the store's database and starts to work on it. */
export async function openQueue({ store, kinds, lanes }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => store.pool.query(text, values) },
    schema: `${store.schema ?? 'standpoint'}_jobs`,
    schedule: false,
    retryLimit: RETRY_LIMIT,
    expireInSeconds: EXPIRE_IN_SECONDS,
  });
  boss.on('error', (error) => store.log('the job queue met an error', error));
  await boss.start();
  for (const kind of kinds) await boss.createQueue(kind.name);
  const worker = new Worker(store, boss, kinds);
  if (lanes > 0) await worker.start(lanes);
  return {
    send: async (kind, data, identity) => {
      await boss.send(kind, data, { id: jobId(identity) });
      worker.wake();
    },
    stop: async () => {
      await worker.stop();
      await boss.stop({ graceful: false, close: false });
    },
  };
}

/** The same identity gives the same job, which the queue takes only once. */
function jobId(identity: string): string {
  const hex = createHash('sha256').update(identity).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Takes jobs out of the queue, lane by lane. */
class Worker {
  readonly #store: Store;
  readonly #boss: PgBoss;
  readonly #kinds: readonly JobKind<never>[];
  /** The lock that tells other processes that this one lives. */
  readonly #lock = randomInt(1, LOCK_RANGE);
  readonly #stopping = new AbortController();
  #awake = new AbortController();
  #lanes: Promise<void>[] = [];

  constructor(store: Store, boss: PgBoss, kinds: readonly JobKind<never>[]) {
    this.#store = store;
    this.#boss = boss;
    this.#kinds = kinds;
  }

  async start(lanes: number): Promise<void> {
    await this.#store.session.tryLock('worker', this.#lock);
    await this.#recover();
    this.#lanes = this.#kinds.flatMap((kind) => Array.from({ length: lanes }, () => this.#lane(kind)));
    this.#lanes.push(this.#recoverNowAndThen());
  }

  wake(): void {
    this.#awake.abort();
    this.#awake = new AbortController();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await Promise.race([Promise.all(this.#lanes), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  async #lane(kind: JobKind<never>): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        const [job] = await this.#boss.fetch<never>(kind.name, { includeMetadata: true });
        if (job) await this.#perform(kind, job);
        else await this.#pause(POLL_MS);
      } catch (error) {
        this.#store.log(`the queue ${kind.name} could not be asked`, error);
        await this.#pause(UNAVAILABLE_RETRY_MS);
      }
    }
  }

  async #perform(kind: JobKind<never>, job: PgBoss.JobWithMetadata<never>): Promise<void> {
    const { id, data } = job;
    await claimJob(this.#store, { id, queue: kind.name }, this.#lock);
    try {
      await this.#whileStoreIsBack(() => kind.run(data, this.#stopping.signal));
      await this.#whileStoreIsBack(() => this.#boss.complete(kind.name, id));
    } catch (error) {
      // The claim stays: whoever opens the library next finds it, and goes on.
      if (this.#stopping.signal.aborted) return;
      this.#store.log(`a job of ${kind.name} failed`, error);
      await this.#fail(kind, job);
    }
    await this.#whileStoreIsBack(() => releaseJob(this.#store, id));
  }

  /** A fault in the program fails the same way each time: once more is enough. */
  async #fail(kind: JobKind<never>, { id, data, retryCount }: PgBoss.JobWithMetadata<never>): Promise<void> {
    await this.#whileStoreIsBack(async () => {
      if (retryCount === 0) return await this.#boss.fail(kind.name, id);
      await kind.giveUp(data);
      await this.#boss.complete(kind.name, id);
    });
  }

  /** Does the work again while the database is away: it is idempotent. */
  async #whileStoreIsBack<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + WAIT_FOR_STORE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const lasting = !(error instanceof StoreUnavailable) || Date.now() > deadline;
        if (lasting || this.#stopping.signal.aborted) throw error;
        await this.#pause(UNAVAILABLE_RETRY_MS);
      }
    }
  }

  async #recoverNowAndThen(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#pause(RECOVER_EVERY_MS, this.#stopping.signal);
      await this.#recover().catch((error: unknown) => this.#store.log('lost jobs could not be found', error));
    }
  }

  /** Puts jobs of processes that are gone back into the queue. */
  async #recover(): Promise<void> {
    for (const { id, queue } of await takeLostJobs(this.#store, this.#lock)) {
      await this.#boss.fail(queue, id);
      const kind = this.#kinds.find(({ name }) => name === queue);
      const job = await this.#boss.getJobById<never>(queue, id);
      if (job?.state === 'failed') await kind?.giveUp(job.data);
      this.wake();
    }
  }

  async #pause(milliseconds: number, until: AbortSignal = this.#awake.signal): Promise<void> {
    await sleep(milliseconds, undefined, { signal: until, ref: false }).catch(() => undefined);
  }
}
