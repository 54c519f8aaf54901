import type { Page } from 'playwright-core';
import type { PlacedOrder } from './shopOrder.ts';
import type { Look } from './world.ts';

/** What a task may use. */
export interface TaskWorld {
  readonly origin: string;
  /** A new window. */
  open(look: Look): Promise<Page>;
  /** A new order of some units of an article that is in stock. */
  order(units: number): Promise<PlacedOrder>;
  /** Link of the live order page, as messages carry it. */
  link(order: PlacedOrder): Promise<string>;
}

/** Something a person does with a face, from its first page to its end. */
export interface Task {
  readonly name: string;
  /** Without a pointer. */
  readonly keyboard?: true;
  run(world: TaskWorld): Promise<void>;
}
