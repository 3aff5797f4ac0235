import { spawn } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { patience } from '#lib/testing/patience.ts';
import { restartPauseMs, runService, type ServicePlan } from './service.ts';

const plan = (script: string): ServicePlan => ({
  name: 'it',
  launch: () => spawn(process.execPath, ['-e', script], { detached: true, stdio: 'ignore' }),
  stopSignal: 'SIGTERM',
});

const LIVES = 'setInterval(() => {}, 1000)';
const IGNORES_SIGTERM = `process.on('SIGTERM', () => {}); ${LIVES}`;

test('pauses grow and stay bearable', () => {
  expect([1, 2, 3, 7, 50].map(restartPauseMs)).toEqual([250, 500, 1_000, 10_000, 10_000]);
});

test('a process that dies while starting is reported, not started again', async () => {
  const said = vi.fn();
  const service = runService(plan('process.exit(7)'), said);
  expect(await service.ended).toEqual({ code: 7, signal: null });
  expect(said).not.toHaveBeenCalled();
});

test('a process that cannot be started at all is reported', async () => {
  const launch = () => spawn('/nowhere/at-all', { stdio: 'ignore' });
  const service = runService({ name: 'it', launch, stopSignal: 'SIGTERM' }, vi.fn());
  expect(await service.ended).toEqual({ code: 127, signal: null });
});

test('a supervised process that dies is restarted, with the reason', async () => {
  const said = vi.fn();
  const service = runService(plan(LIVES), said);
  service.keepRunning();
  const first = service.pid() ?? Number.NaN;
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(service.pid()).not.toBe(first), { timeout: patience(5_000) });
  expect(said).toHaveBeenCalledExactlyOnceWith('it exited unexpectedly (by SIGKILL); restarting in 0.25 s');
  await service.stop(1_000);
});

test('a process that will not stop is killed', async () => {
  const service = runService(plan(IGNORES_SIGTERM), vi.fn());
  await service.stop(100);
  expect(() => process.kill(service.pid() ?? Number.NaN, 0)).toThrow('ESRCH');
});
