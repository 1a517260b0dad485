import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { DossierError } from '#contract/errors.ts';
import { connect } from './rpc.ts';

interface Far {
  double(value: number): number;
  refuse(): void;
  fail(): void;
  fill(): void;
  wait(): void;
  bytes(value: Uint8Array): Uint8Array;
}

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

function pair() {
  const channel = new MessageChannel();
  channels.push(channel);
  const far: Far = {
    double: (value) => value * 2,
    refuse() {
      throw new DossierError('not_found', 'There is no such brief.');
    },
    fail() {
      throw new TypeError('undefined is not a function');
    },
    fill() {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
    wait: () => new Promise(() => undefined) as unknown as void,
    bytes: (value) => value,
  };
  connect(channel.port2, far);
  return connect<Far>(channel.port1, {});
}

describe('calls over a message port', () => {
  it('bring back values, many at a time', async () => {
    const { remote } = pair();
    const answers = await Promise.all([1, 2, 3].map((value) => remote.double(value)));
    expect(answers).toEqual([2, 4, 6]);
    expect(await remote.bytes(Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2));
  });

  it('keep the code of a DossierError', async () => {
    const { remote } = pair();
    await expect(remote.refuse()).rejects.toMatchObject({ name: 'DossierError', code: 'not_found' });
  });

  it('keep the code of an error of the system', async () => {
    await expect(pair().remote.fill()).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('keep the message of any other error', async () => {
    await expect(pair().remote.fail()).rejects.toThrow('undefined is not a function');
  });

  it('refuse methods that the far side does not have of its own', async () => {
    const remote = pair().remote as unknown as Record<string, () => Promise<unknown>>;
    await expect(remote['toString']!()).rejects.toThrow('toString');
    await expect(remote['missing']!()).rejects.toThrow('missing');
  });

  it('fail when the far side has ended, those under way and later ones', async () => {
    const peer = pair();
    const under = peer.remote.wait();
    peer.close(new DossierError('unavailable', 'It ended.'));
    await expect(under).rejects.toMatchObject({ code: 'unavailable' });
    await expect(peer.remote.double(1)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
