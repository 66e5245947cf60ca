import { sql } from 'kysely';
import type { Store } from './open.js';
import { LOCK_KINDS } from './session.js';

/** A job that a worker process had begun when it ended. */
export interface LostJob {
  readonly id: string;
  readonly queue: string;
}

/** Notes that the worker process that holds `workerLock` works on a job. */
export async function claimJob(store: Store, job: LostJob, workerLock: number): Promise<void> {
  await store.db
    .insertInto('claims')
    .values({ job_id: job.id, queue: job.queue, worker_lock: workerLock })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet({ worker_lock: workerLock }))
    .execute();
}

export async function releaseJob(store: Store, id: string): Promise<void> {
  await store.db.deleteFrom('claims').where('job_id', '=', id).execute();
}

/**
 * Takes the claims of processes that are gone: the server freed their locks. This process holds
 * `ownLock`, though for a moment it may not, after the database was away.
 */
export async function takeLostJobs(store: Store, ownLock: number): Promise<LostJob[]> {
  const rows = await store.db
    .deleteFrom('claims')
    .where('worker_lock', '<>', ownLock)
    .where(
      sql<boolean>`not exists (
        select from pg_locks
        where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())
          and classid = ${LOCK_KINDS.worker} and objid = worker_lock::oid
      )`,
    )
    .returning(['job_id as id', 'queue'])
    .execute();
  return rows;
}
