/** Callouts: what sets a judgment apart from what it rests on, and its words in the languages of briefs. */
import { inLanguage } from '../inLanguage.ts';

/** Its type in stored documents; its members are those of `Callout`. */
export const CALLOUT_TYPE = 'callout';

/** The parts of an assessment that analytic tradecraft asks to be told apart (ICD 203, D.6.e). */
export const CALLOUT_KINDS = ['judgment', 'assumption', 'gap', 'caution'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** How sure a key judgment is. */
export const CONFIDENCES = ['high', 'moderate', 'low'] as const;
type Confidence = (typeof CONFIDENCES)[number];

interface CalloutLabels {
  kinds: Readonly<Record<CalloutKind, string>>;
  confidences: Readonly<Record<Confidence, string>>;
}

const labels = (kindNames: string, confidenceNames: string): CalloutLabels => {
  const kinds = kindNames.split(' | ');
  const confidences = confidenceNames.split(' | ');
  return {
    kinds: Object.fromEntries(CALLOUT_KINDS.map((kind, index) => [kind, kinds[index]!])),
    confidences: Object.fromEntries(CONFIDENCES.map((level, index) => [level, confidences[index]!])),
  } as CalloutLabels;
};

const ENGLISH = labels(
  'Key judgment | Assumption | Information gap | Caution',
  'High confidence | Moderate confidence | Low confidence',
);

const LABELS: Readonly<Record<string, CalloutLabels>> = {
  ar: labels('حكم رئيسي | افتراض | فجوة معلوماتية | تنبيه', 'ثقة عالية | ثقة متوسطة | ثقة منخفضة'),
  de: labels(
    'Kernaussage | Annahme | Informationslücke | Vorbehalt',
    'Hohe Konfidenz | Mittlere Konfidenz | Geringe Konfidenz',
  ),
  es: labels(
    'Juicio clave | Supuesto | Laguna de información | Cautela',
    'Confianza alta | Confianza moderada | Confianza baja',
  ),
  fr: labels(
    'Jugement clé | Hypothèse | Lacune d’information | Mise en garde',
    'Confiance élevée | Confiance modérée | Confiance faible',
  ),
  he: labels(
    'הערכה מרכזית | הנחה | פער מידע | הסתייגות',
    'רמת ביטחון גבוהה | רמת ביטחון בינונית | רמת ביטחון נמוכה',
  ),
  it: labels(
    'Giudizio chiave | Assunto | Lacuna informativa | Cautela',
    'Confidenza alta | Confidenza moderata | Confidenza bassa',
  ),
  ja: labels('主要判断 | 前提 | 情報の空白 | 留意点', '確信度：高 | 確信度：中 | 確信度：低'),
  ko: labels('핵심 판단 | 가정 | 정보 공백 | 유의 사항', '신뢰도 높음 | 신뢰도 중간 | 신뢰도 낮음'),
  nl: labels(
    'Kernoordeel | Aanname | Informatielacune | Voorbehoud',
    'Hoge zekerheid | Gemiddelde zekerheid | Lage zekerheid',
  ),
  pt: labels(
    'Juízo principal | Pressuposto | Lacuna de informação | Cautela',
    'Confiança alta | Confiança moderada | Confiança baixa',
  ),
  ru: labels(
    'Ключевой вывод | Допущение | Пробел в информации | Оговорка',
    'Высокая уверенность | Умеренная уверенность | Низкая уверенность',
  ),
  tr: labels(
    'Temel yargı | Varsayım | Bilgi boşluğu | Uyarı',
    'Yüksek güven | Orta düzeyde güven | Düşük güven',
  ),
  zh: labels('关键判断 | 假设 | 信息缺口 | 注意事项', '高置信度 | 中等置信度 | 低置信度'),
};

/** English where there are no labels in `language` (BCP 47). */
export function calloutLabels(language: string): CalloutLabels {
  return inLanguage(LABELS, language, ENGLISH);
}

/**
 * What stands above a callout. A kind that is not known, as a newer Dossier may write, is called as it is stored;
 * only key judgments show how sure they are.
 */
export function calloutTitle(
  { kind, confidence }: { kind: string; confidence: string | null },
  language: string,
): { label: string; confidence: string | null } {
  const names = calloutLabels(language);
  return {
    label: (names.kinds as Record<string, string | undefined>)[kind] ?? kind,
    confidence:
      kind === 'judgment' && confidence !== null
        ? ((names.confidences as Record<string, string | undefined>)[confidence] ?? confidence)
        : null,
  };
}
