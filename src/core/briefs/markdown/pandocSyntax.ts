/** What Pandoc's Markdown has beyond GFM, for micromark and mdast: citations, `^raised^`, `~lowered~`, fenced divs. */
import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { parsePandocCitation } from '#domain/pandocCitation.ts';
import { attributesOfDiv, isDivFence } from './divs.ts';

/** `^` or `~`. */
interface RaisedSign extends Literal {
  type: 'raisedSign';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    raisedSign: RaisedSign;
  }
  interface RootContentMap {
    raisedSign: RaisedSign;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    pandocCitation: 'pandocCitation';
    pandocCitationData: 'pandocCitationData';
    raisedSign: 'raisedSign';
    divFence: 'divFence';
  }
}

const [AT, MINUS, OPEN, CLOSE, BACKSLASH, PAREN, CARET, TILDE, COLON] = Array.from('@-[]\\(^~:', (sign) =>
  sign.codePointAt(0),
) as [number, number, number, number, number, number, number, number, number];
/** UTF-16 units of a citation: what is longer is none, so that brackets without an end cost little. */
const LONGEST = 4000;

/** Codes below 0 are line ends and white space to micromark. */
const isEnd = (code: Code): boolean => code === null;
const isLineEnd = (code: Code): boolean => code !== null && code < -2;
const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32;
const letterOf = (code: Code): string => (code === null ? '' : code < 0 ? ' ' : String.fromCodePoint(code));

/** Consumes from an opening bracket to the one that closes it; `text` is what was consumed before. */
function bracketed(effects: Effects, text: string, ok: State, nok: State): State {
  let all = text;
  let depth = 0;
  const isCitation = (code: Code): boolean => code !== PAREN && parsePandocCitation(all) !== null;
  const inside: State = (code) => {
    if (isEnd(code) || all.length > LONGEST) return nok(code);
    all += letterOf(code);
    if (isLineEnd(code)) {
      effects.exit('pandocCitationData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      effects.enter('pandocCitationData');
      return inside;
    }
    effects.consume(code);
    if (code === BACKSLASH) return escaped;
    if (code === OPEN) depth += 1;
    if (code === CLOSE) depth -= 1;
    return depth === 0 ? closed : inside;
  };
  const escaped: State = (code) => {
    if (isEnd(code) || isLineEnd(code)) return inside(code);
    all += letterOf(code);
    effects.consume(code);
    return inside;
  };
  const closed: State = (code) => (isCitation(code) ? ok(code) : nok(code));
  return inside;
}

const inBrackets: Construct = {
  name: 'pandocCitation',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('pandocCitation');
      effects.enter('pandocCitationData');
      return bracketed(effects, '', finished(effects, ok), nok)(code);
    };
  },
};

const finished =
  (effects: Effects, ok: State): State =>
  (code) => {
    effects.exit('pandocCitationData');
    effects.exit('pandocCitation');
    return ok(code);
  };

/** `@key`, `-@key`, and what stands in brackets behind the former. */
const inText: Construct = {
  name: 'pandocCitation',
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const { previous } = this;
    let key = '';
    const take = (code: Code): void => {
      key += letterOf(code);
      effects.consume(code);
    };
    const start: State = (code) => {
      if (!isSpace(previous) && /[\p{L}\p{N}\p{M}_/@.:]/u.test(letterOf(previous))) return nok(code);
      effects.enter('pandocCitation');
      effects.enter('pandocCitationData');
      take(code);
      return code === MINUS ? sign : first;
    };
    const sign: State = (code) => {
      if (code !== AT) return nok(code);
      take(code);
      return first;
    };
    const first: State = (code) => {
      if (code === 123) {
        take(code);
        return braced;
      }
      return WORD.test(letterOf(code)) ? word(code) : nok(code);
    };
    const braced: State = (code) => {
      if (isEnd(code) || isLineEnd(code) || key.length > LONGEST) return nok(code);
      take(code);
      return code === 125 ? behind : braced;
    };
    const word: State = (code) => {
      if (isEnd(code) || key.length > LONGEST) return behind(code);
      if (WORD.test(letterOf(code))) {
        take(code);
        return word;
      }
      // A sign is of the key where a letter follows.
      return SIGN.test(letterOf(code)) ? effects.check(beforeWord, signed, behind)(code) : behind(code);
    };
    const signed: State = (code) => {
      take(code);
      return word;
    };
    const behind: State = (code) => {
      if (parsePandocCitation(key) === null) return nok(code);
      const place: Construct = {
        partial: true,
        tokenize(tried, yes, no) {
          const open: State = (next) =>
            next === OPEN ? bracketed(tried, `${key} `, yes, no)(next) : no(next);
          return (next) => {
            if (next !== 32) return open(next);
            tried.consume(next);
            return open;
          };
        },
      };
      const end = finished(effects, ok);
      return key.startsWith('-') ? end(code) : effects.attempt(place, end, end)(code);
    };
    return start;
  },
};
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const SIGN = /[:.#$%&\-+?<>~/]/u;

const beforeWord: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return (next) => (WORD.test(letterOf(next)) ? ok(next) : nok(next));
    };
  },
};

/** One sign, alone: `~~` strikes out. Which of them are pairs is told from what they stand among. */
const raised: Construct = {
  name: 'raised',
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const { previous, events } = this;
    const isEscaped = events.at(-1)?.[1].type === 'characterEscape';
    return (code) => {
      if (previous === code && !isEscaped) return nok(code);
      effects.enter('raisedSign');
      effects.consume(code);
      return (next) => {
        if (next === code) return nok(next);
        effects.exit('raisedSign');
        return ok(next);
      };
    };
  },
};

/** A line of its own: one that opens a div does not end a paragraph. */
const divFence: Construct = {
  name: 'divFence',
  concrete: true,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const { interrupt } = this;
    let line = '';
    const inside: State = (code) => {
      if (isEnd(code) || isLineEnd(code)) {
        const isOpening = attributesOfDiv({ value: line }) !== null;
        if (!isDivFence(line) || (interrupt === true && isOpening)) return nok(code);
        effects.exit('divFence');
        return ok(code);
      }
      if ((line.length < 3 && code !== COLON) || line.length > LONGEST) return nok(code);
      line += letterOf(code);
      effects.consume(code);
      return inside;
    };
    return (code) => {
      effects.enter('divFence');
      return inside(code);
    };
  },
};

export const pandocSyntax: Extension = {
  flow: { [COLON]: divFence },
  text: {
    [AT]: inText,
    [MINUS]: inText,
    [OPEN]: inBrackets,
    [CARET]: raised,
    [TILDE]: raised,
  },
};

export const pandocFromMarkdown: FromMarkdown = {
  canContainEols: ['pandocCitation'],
  enter: {
    pandocCitation(token) {
      this.enter({ type: 'pandocCitation', value: '' }, token);
      this.buffer();
    },
    pandocCitationData(token) {
      this.config.enter['data']?.call(this, token);
    },
    divFence(token) {
      this.enter({ type: 'divFence', value: this.sliceSerialize(token).trim(), isPaired: false }, token);
    },
    raisedSign(token) {
      this.enter({ type: 'raisedSign', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    divFence(token) {
      this.exit(token);
    },
    raisedSign(token) {
      this.exit(token);
    },
    pandocCitationData(token) {
      this.config.exit['data']?.call(this, token);
    },
    pandocCitation(token) {
      const value = this.resume();
      const node = this.stack.at(-1) as unknown as { value: string };
      node.value = value;
      this.exit(token);
    },
  },
};
