import { commands } from '../commands/commands.ts';
import { checkFields } from '../commands/fields.ts';
import { codeName, MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext, CommandKind } from '../engine/command.ts';
import type { Engine } from '../engine/engine.ts';
import type { Failure } from '../engine/failPoints.ts';
import type { Session } from '../engine/sessions.ts';
import { readLastOperation } from '../engine/sessions.ts';
import { snapshotTime, withTime } from '../engine/snapshots.ts';
import { transactionFor } from '../engine/statements.ts';
import type { Transaction } from '../engine/transaction.ts';
import { transactionScope } from '../engine/transaction.ts';
import type { Request } from '../wire/message.ts';
import { failure } from '../wire/message.ts';
import { checkApi, checkReadConcern, unmetWriteConcern } from './concerns.ts';
import type { Peer } from './peer.ts';
import type { Executor, Task } from './executor.ts';
import { addLabels } from './labels.ts';
import { replyTo } from './reply.ts';
import { checkNamespace, deadlineOf, wantsSync } from './requestChecks.ts';
import { recall, remember } from './retries.ts';

/** Takes requests apart and has their commands run, each in its way. */
export class Dispatcher {
  readonly engine: Engine;
  readonly #executor: Executor;
  /** How many commands of a connection wait in the queue; later ones line up behind them. */
  readonly #queued = new WeakMap<Peer, number>();

  constructor(engine: Engine, executor: Executor) {
    this.engine = engine;
    this.#executor = executor;
  }

  dispatch(connection: Peer, request: Request): void {
    const { body } = request;
    let name = '';
    for (name in body) break;
    const numbered = this.engine.options.testCommands && this.#isFirstTry(body);
    const struck = this.engine.failPoints.strike(name, connection.appName, numbered);
    if (!struck) return this.#start(connection, request, name, undefined);
    const proceed = (): void => {
      if (struck.closeConnection && !struck.closesAfter) connection.close();
      else if (struck.error)
        this.#answer(connection, request, name, failure(struck.error, codeName(struck.error.code)), struck);
      else this.#start(connection, request, name, struck);
    };
    if (struck.blockMs > 0) setTimeout(proceed, struck.blockMs);
    else proceed();
  }

  /** True for a retryable write that was not carried out before. */
  #isFirstTry(body: Doc): boolean {
    const { lsid, txnNumber, autocommit } = body;
    if (txnNumber === undefined || autocommit !== undefined || !isDoc(lsid)) return false;
    return (
      readLastOperation(this.engine.live, this.engine.sessions.use(lsid))?.n !== BigInt(txnNumber as bigint)
    );
  }

  #start(connection: Peer, request: Request, name: string, struck: Failure | undefined): void {
    try {
      this.#run(connection, request, name, struck);
    } catch (error) {
      this.#answer(connection, request, name, replyTo(error), struck);
    }
  }

  #run(connection: Peer, request: Request, name: string, struck: Failure | undefined): void {
    const { body } = request;
    const command = commands.get(name);
    if (!command) throw new MongoError(59, `no such command: '${name}'`);
    const { commands: counts } = this.engine.activity;
    counts.set(command.name, (counts.get(command.name) ?? 0) + 1);
    const db = body['$db'];
    if (typeof db !== 'string')
      throw new MongoError(40414, "BSON field 'OpMsg.$db' is missing but a required field");
    checkNamespace(db, command, body);
    checkFields(name, body);
    checkApi(body);
    checkReadConcern(body, name);
    if (body['lsid'] !== undefined && !isDoc(body['lsid']))
      throw new MongoError(14, "BSON field 'lsid' is the wrong type, expected type 'object'");
    const session = isDoc(body['lsid']) ? this.engine.sessions.use(body['lsid']) : undefined;
    const kind = typeof command.kind === 'function' ? command.kind(body) : command.kind;
    const inTransaction =
      body['autocommit'] === false &&
      command.name !== 'commitTransaction' &&
      command.name !== 'abortTransaction';
    const call: Call = {
      connection,
      request,
      command,
      db,
      session,
      struck,
      kind,
      inTransaction,
      progress: {},
      deadline: deadlineOf(this.engine, body),
    };
    const behind = (this.#queued.get(connection) ?? 0) > 0;
    if (kind === 'write' ? inTransaction && !behind : !behind) this.#runNow(call);
    else this.#enqueue(call);
  }

  #runNow(call: Call): void {
    const { connection, request, command, struck } = call;
    let reply: Doc | Promise<Doc>;
    try {
      reply = this.#invoke(call);
    } catch (error) {
      reply = replyTo(error);
    }
    if (reply instanceof Promise)
      void reply.catch(replyTo).then((done) => this.#answer(connection, request, command.name, done, struck));
    else this.#answer(connection, request, command.name, reply, struck);
  }

  #enqueue(call: Call): void {
    const { connection, request, command, struck, kind } = call;
    this.#queued.set(connection, (this.#queued.get(connection) ?? 0) + 1);
    const task: Task = {
      outside: call.inTransaction || kind !== 'write',
      durable: kind === 'write' && !call.inTransaction && wantsSync(request.body),
      deadline: call.deadline,
      isGone: () => connection.gone && !isDetached(command, request),
      reset: () => (call.progress = {}),
      run: () => {
        const reply = this.#invoke(call);
        if (!(reply instanceof Promise)) return reply;
        void reply
          .catch(replyTo)
          .then((done) => this.#answer(connection, request, command.name, done, struck));
        return deferred;
      },
      reply: (reply) => {
        this.#queued.set(connection, (this.#queued.get(connection) ?? 1) - 1);
        if (reply !== deferred) this.#answer(connection, request, command.name, reply, struck);
      },
    };
    this.#executor.submit(task);
  }

  /** Runs the command inside its transaction, as a retryable write, or plainly. */
  #invoke(call: Call): Doc | Promise<Doc> {
    const { engine } = this;
    const { command, request, session } = call;
    const { body } = request;
    if (call.inTransaction) {
      const transaction = transactionFor(engine, session, body, command);
      transaction.lastUsed = engine.now();
      transaction.client = call.connection;
      try {
        const reply = command.run(this.#context(call, transaction));
        return reply instanceof Promise
          ? reply.catch((error: unknown) => this.#failed(transaction, error))
          : this.#checked(transaction, reply);
      } catch (error) {
        return this.#failed(transaction, error);
      }
    }
    const number = body['txnNumber'];
    if (session && number !== undefined && command.retryable) {
      const known = recall(engine.live, session, BigInt(number as bigint));
      if (known) return known;
      const context = this.#context(call, undefined);
      const reply = command.run(context) as Doc;
      remember(engine.live, session, BigInt(number as bigint), reply, engine.now());
      return reply;
    }
    const time = call.kind === 'read' ? snapshotTime(body, engine.history.time) : undefined;
    if (!time) return command.run(this.#context(call, undefined));
    const view = engine.snapshots.at(time, engine.history.time);
    return withTime(command.run({ ...this.#context(call, undefined), view }) as Doc, time);
  }

  /** Any error ends a transaction, also one that is reported inside a successful reply. */
  #checked(transaction: Transaction, reply: Doc): Doc {
    const errors = reply['writeErrors'];
    if (Array.isArray(errors) && errors.length > 0) this.engine.abort(transaction);
    return reply;
  }

  #failed(transaction: Transaction, error: unknown): never {
    this.engine.abort(transaction);
    throw error;
  }

  #context(call: Call, transaction: Transaction | undefined): CommandContext {
    const { engine } = this;
    const { request, session, db, connection } = call;
    const { body } = request;
    const deadline = call.deadline;
    return {
      engine,
      client: connection,
      db,
      body,
      session,
      transaction,
      progress: call.progress,
      view: transaction ? transaction.view : engine.live,
      scope: transaction ? transactionScope(transaction) : engine.liveScope(undefined),
      pulse: () => {
        if (deadline !== Infinity && engine.now() > deadline)
          throw new MongoError(50, 'operation exceeded time limit');
      },
    };
  }

  #answer(connection: Peer, request: Request, name: string, reply: Doc, struck: Failure | undefined): void {
    const writeConcernError =
      struck?.writeConcernError ??
      (request.body['writeConcern'] && !('errmsg' in reply) ? unmetWriteConcern(request.body) : undefined);
    if (writeConcernError) reply = { ...reply, writeConcernError };
    if (struck?.closesAfter && struck.closeConnection) return connection.close();
    const labelled = addLabels(name, request.body, reply, struck?.labels);
    connection.send(request, labelled, true);
  }
}

interface Call {
  readonly connection: Peer;
  readonly request: Request;
  readonly command: Command;
  readonly db: string;
  readonly session: Session | undefined;
  readonly struck: Failure | undefined;
  readonly kind: CommandKind;
  readonly inTransaction: boolean;
  readonly deadline: number;
  progress: Doc;
}

/** Stands for a reply that comes later. */
const deferred: Doc = {};

/** An unacknowledged write is carried out even when its client has gone since. */
function isDetached(command: Command, request: Request): boolean {
  return !request.wantsReply || command.name === 'abortTransaction';
}
