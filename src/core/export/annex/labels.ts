/** The words of an evidence annex in the languages of briefs. */
import { inLanguage } from '#domain/inLanguage.ts';
import type { Problem } from './evidence.ts';

const FIELDS = [
  'heading',
  'evidence',
  'usedIn',
  'note',
  'text',
  'source',
  'address',
  'page',
  'grade',
  'ungraded',
  'imported',
  'version',
  'accessed',
  'noZone',
  'original',
] as const;
const PROBLEMS: readonly Problem[] = ['altered', 'superseded', 'unanchored', 'moved', 'gone'];

/**
 * With {n} and {of} for numbers and {date} for a day. `evidence` names an entry, `note` and `text` say where it is used,
 * `noZone` follows a date that was recorded without a time.
 */
export type AnnexLabels = Readonly<Record<(typeof FIELDS)[number], string>> & {
  intro: string;
  problems: Readonly<Record<Problem, string>>;
};

const labels = (names: string, intro: string, ...problems: string[]): AnnexLabels => {
  const words = names.split(' | ');
  return {
    ...Object.fromEntries(FIELDS.map((field, index) => [field, words[index]!])),
    intro,
    problems: Object.fromEntries(PROBLEMS.map((problem, index) => [problem, problems[index]!])),
  } as AnnexLabels;
};

const ENGLISH = labels(
  'Evidence annex | Evidence {n} | Used in | note {n} | the text | Source | Address | Page | Grade | not graded | Imported | version {n} of {of} | Accessed | date only, no time zone recorded | Original file',
  'The passages that the brief quotes or cites, as the library holds them. The words it rests on are highlighted; […] marks what is left out around them.',
  'The brief does not give these words exactly, and does not mark where it departs from them.',
  'The newest version of the source, imported on {date}, no longer has these words.',
  'The brief names no passage that the library holds, and its words were not found in the source as they stand.',
  'These words do not stand at the place in the source that was kept with them.',
  'The library does not hold this source.',
);

const LABELS: Readonly<Record<string, AnnexLabels>> = {
  ar: labels(
    'ملحق الأدلة | الدليل {n} | ورد في | الهامش {n} | النص | المصدر | العنوان | الصفحة | التقييم | غير مقيَّم | تاريخ الاستيراد | النسخة {n} من {of} | تاريخ الاطلاع | التاريخ فقط دون منطقة زمنية | الملف الأصلي',
    'المقاطع التي يقتبسها الموجز أو يستشهد بها كما هي محفوظة في المكتبة. الكلمات التي يستند إليها مظللة، و[…] تدل على ما حُذف حولها.',
    'لا يورد الموجز هذه الكلمات بنصها، ولا يبيّن مواضع الاختلاف عنها.',
    'لم تعد هذه الكلمات موجودة في أحدث نسخة من المصدر، المستوردة في {date}.',
    'لا يحدد الموجز مقطعا محفوظا في المكتبة، ولم يُعثر على كلماته في المصدر كما وردت.',
    'هذه الكلمات ليست في الموضع الذي حُفظ معها من المصدر.',
    'هذا المصدر غير موجود في المكتبة.',
  ),
  de: labels(
    'Beleganhang | Beleg {n} | Verwendet in | Anmerkung {n} | im Text | Quelle | Adresse | Seite | Bewertung | nicht bewertet | Importiert | Fassung {n} von {of} | Abgerufen | nur Datum, ohne Zeitzone erfasst | Originaldatei',
    'Die Stellen, die der Text zitiert oder belegt, wie die Bibliothek sie enthält. Die zugrunde liegenden Worte sind hervorgehoben; […] steht für Auslassungen davor und danach.',
    'Der Text gibt diese Worte nicht genau wieder und kennzeichnet die Abweichung nicht.',
    'Die neueste Fassung der Quelle, importiert am {date}, enthält diese Worte nicht mehr.',
    'Der Text nennt keine Stelle, die die Bibliothek enthält, und seine Worte wurden in der Quelle so nicht gefunden.',
    'Diese Worte stehen nicht an der Stelle der Quelle, die mit ihnen festgehalten wurde.',
    'Die Bibliothek enthält diese Quelle nicht.',
  ),
  es: labels(
    'Anexo de evidencias | Evidencia {n} | Usada en | nota {n} | el texto | Fuente | Dirección | Página | Valoración | sin valorar | Importada | versión {n} de {of} | Consultada | solo fecha, sin zona horaria registrada | Archivo original',
    'Los pasajes que el informe cita, tal como los guarda la biblioteca. Las palabras en que se apoya están resaltadas; […] señala lo omitido a su alrededor.',
    'El informe no reproduce estas palabras con exactitud y no señala el cambio.',
    'La versión más reciente de la fuente, importada el {date}, ya no contiene estas palabras.',
    'El informe no remite a ningún pasaje que la biblioteca guarde, y sus palabras no se han encontrado tal cual en la fuente.',
    'Estas palabras no están en el lugar de la fuente que se guardó con ellas.',
    'La biblioteca no tiene esta fuente.',
  ),
  fr: labels(
    'Annexe des preuves | Preuve {n} | Utilisée dans | note {n} | le texte | Source | Adresse | Page | Cotation | non cotée | Importée | version {n} sur {of} | Consultée | date seule, sans fuseau horaire | Fichier original',
    'Les passages que la note cite, tels que la bibliothèque les conserve. Les mots sur lesquels elle s’appuie sont surlignés ; […] signale ce qui est omis autour.',
    'La note ne reprend pas exactement ces mots et ne signale pas la modification.',
    'La version la plus récente de la source, importée le {date}, ne contient plus ces mots.',
    'La note ne renvoie à aucun passage conservé par la bibliothèque, et ses mots n’ont pas été trouvés tels quels dans la source.',
    'Ces mots ne se trouvent pas à l’endroit de la source qui a été conservé avec eux.',
    'La bibliothèque ne contient pas cette source.',
  ),
  he: labels(
    'נספח ראיות | ראיה {n} | הופעות | הערה {n} | הטקסט | מקור | כתובת | עמוד | דירוג | ללא דירוג | תאריך ייבוא | גרסה {n} מתוך {of} | תאריך גישה | תאריך בלבד, ללא אזור זמן | קובץ המקור',
    'הקטעים שהתקציר מצטט או מפנה אליהם, כפי שהם שמורים בספרייה. המילים שעליהן הוא נשען מודגשות; […] מציין את מה שהושמט סביבן.',
    'התקציר אינו מביא את המילים האלה כלשונן ואינו מציין היכן הוא סוטה מהן.',
    'המילים האלה אינן עוד בגרסה החדשה ביותר של המקור, שיובאה בתאריך {date}.',
    'התקציר אינו מציין קטע השמור בספרייה, ומילותיו לא נמצאו במקור כפי שהן.',
    'המילים האלה אינן במקום במקור שנשמר יחד איתן.',
    'המקור הזה אינו בספרייה.',
  ),
  it: labels(
    'Allegato delle prove | Prova {n} | Usata in | nota {n} | il testo | Fonte | Indirizzo | Pagina | Valutazione | non valutata | Importata | versione {n} di {of} | Consultata | solo data, senza fuso orario | File originale',
    'I passi che il documento cita, come la biblioteca li conserva. Le parole su cui si basa sono evidenziate; […] segnala ciò che è omesso intorno.',
    'Il documento non riporta esattamente queste parole e non segnala la modifica.',
    'La versione più recente della fonte, importata il {date}, non contiene più queste parole.',
    'Il documento non rinvia a un passo conservato dalla biblioteca, e le sue parole non sono state trovate tali e quali nella fonte.',
    'Queste parole non si trovano nel punto della fonte conservato con esse.',
    'La biblioteca non contiene questa fonte.',
  ),
  ja: labels(
    '典拠資料 | 典拠 {n} | 使用箇所 | 注 {n} | 本文 | 出典 | アドレス | ページ | 評価 | 未評価 | 取り込み | 版 {n} / {of} | 閲覧 | 日付のみ、時間帯の記録なし | 元のファイル',
    '本文が引用または参照する箇所を、ライブラリにあるとおりに示す。根拠となる語句は強調表示し、[…] は前後の省略を示す。',
    '本文はこの語句を正確には引用しておらず、変更も示していない。',
    '{date} に取り込まれた最新の版には、この語句はもうない。',
    '本文はライブラリにある箇所を指しておらず、その語句は出典にそのままの形では見つからなかった。',
    'この語句は、記録された箇所にはない。',
    'この出典はライブラリにない。',
  ),
  ko: labels(
    '근거 자료 | 근거 {n} | 사용된 곳 | 주석 {n} | 본문 | 출처 | 주소 | 쪽 | 평가 | 평가 없음 | 가져옴 | 판 {n}/{of} | 열람 | 날짜만 기록됨, 시간대 없음 | 원본 파일',
    '이 글이 인용하거나 참조한 대목을 자료실에 있는 그대로 싣는다. 근거가 되는 말은 강조하였고, […]는 앞뒤에서 생략한 부분이다.',
    '이 글은 이 말을 그대로 옮기지 않았고, 바꾼 곳을 밝히지 않았다.',
    '{date}에 가져온 최신 판에는 이 말이 더 이상 없다.',
    '이 글이 가리키는 대목이 자료실에 없고, 그 말을 출처에서 그대로 찾지 못했다.',
    '이 말은 함께 기록된 자리에 있지 않다.',
    '이 출처는 자료실에 없다.',
  ),
  nl: labels(
    'Bewijsbijlage | Bewijs {n} | Gebruikt in | noot {n} | de tekst | Bron | Adres | Pagina | Beoordeling | niet beoordeeld | Geïmporteerd | versie {n} van {of} | Geraadpleegd | alleen datum, zonder tijdzone | Oorspronkelijk bestand',
    'De passages die de tekst citeert of aanhaalt, zoals de bibliotheek ze bewaart. De woorden waarop hij steunt zijn gemarkeerd; […] staat voor wat eromheen is weggelaten.',
    'De tekst geeft deze woorden niet precies weer en markeert de afwijking niet.',
    'De nieuwste versie van de bron, geïmporteerd op {date}, bevat deze woorden niet meer.',
    'De tekst verwijst niet naar een passage in de bibliotheek, en zijn woorden zijn zo niet in de bron gevonden.',
    'Deze woorden staan niet op de plaats in de bron die erbij is bewaard.',
    'De bibliotheek bevat deze bron niet.',
  ),
  pt: labels(
    'Anexo de evidências | Evidência {n} | Usada em | nota {n} | o texto | Fonte | Endereço | Página | Avaliação | não avaliada | Importada | versão {n} de {of} | Acessada | apenas data, sem fuso horário | Arquivo original',
    'As passagens que o texto cita, tal como a biblioteca as guarda. As palavras em que se apoia estão realçadas; […] indica o que foi omitido em volta.',
    'O texto não reproduz estas palavras com exatidão e não assinala a alteração.',
    'A versão mais recente da fonte, importada em {date}, já não contém estas palavras.',
    'O texto não remete a nenhuma passagem guardada na biblioteca, e as suas palavras não foram encontradas tal e qual na fonte.',
    'Estas palavras não estão no lugar da fonte que foi guardado com elas.',
    'A biblioteca não tem esta fonte.',
  ),
  ru: labels(
    'Приложение: источники цитат | Свидетельство {n} | Где использовано | примечание {n} | текст | Источник | Адрес | Страница | Оценка | без оценки | Импортировано | версия {n} из {of} | Дата обращения | только дата, без часового пояса | Исходный файл',
    'Отрывки, которые записка цитирует или на которые ссылается, в том виде, в каком они хранятся в библиотеке. Слова, на которые она опирается, выделены; […] обозначает пропущенное вокруг них.',
    'Записка передаёт эти слова неточно и не отмечает расхождений.',
    'В новейшей версии источника, импортированной {date}, этих слов больше нет.',
    'Записка не указывает отрывка, который есть в библиотеке, а её слова в источнике в таком виде не найдены.',
    'Этих слов нет в том месте источника, которое было сохранено вместе с ними.',
    'Этого источника нет в библиотеке.',
  ),
  tr: labels(
    'Kanıt eki | Kanıt {n} | Kullanıldığı yer | not {n} | metin | Kaynak | Adres | Sayfa | Derece | derecelendirilmemiş | İçe aktarıldı | sürüm {n} / {of} | Erişildi | yalnızca tarih, saat dilimi kaydedilmemiş | Özgün dosya',
    'Metnin alıntıladığı veya dayandığı bölümler, kitaplıkta bulundukları gibi. Dayanılan sözler vurgulanmıştır; […] çevrelerinde atlananları gösterir.',
    'Metin bu sözleri tam olarak vermiyor ve değişikliği belirtmiyor.',
    'Kaynağın {date} tarihinde içe aktarılan en yeni sürümünde bu sözler artık yok.',
    'Metin kitaplıkta bulunan bir bölüm göstermiyor ve sözleri kaynakta bu biçimiyle bulunamadı.',
    'Bu sözler, kaynağın onlarla birlikte kaydedilen yerinde bulunmuyor.',
    'Bu kaynak kitaplıkta yok.',
  ),
  zh: labels(
    '证据附录 | 证据 {n} | 用于 | 注 {n} | 正文 | 来源 | 地址 | 页码 | 评级 | 未评级 | 导入 | 版本 {n}/{of} | 访问 | 仅有日期，未记录时区 | 原始文件',
    '本文引用或参考的段落，按资料库中的原文列出。所依据的文字已突出显示；[…] 表示前后省略的内容。',
    '本文没有准确引用这些文字，也没有标明改动。',
    '{date} 导入的最新版本中已没有这些文字。',
    '本文没有指明资料库中的段落，其文字在来源中未能按原样找到。',
    '这些文字不在当时记录的位置。',
    '资料库中没有此来源。',
  ),
};

/** English where there are none in `language` (BCP 47). */
export function annexLabels(language: string): AnnexLabels {
  return inLanguage(LABELS, language, ENGLISH);
}
