/** Publications and institutes that analysts meet often: their names, hosts, and what they publish. */
import type { CslItem } from '#domain/csl.ts';
import { hostOf } from './urls.ts';

type Kind = 'news' | 'magazine' | 'journal' | 'institute';

interface Publisher {
  name: string;
  kind: Kind;
  /** Registered domains. */
  hosts: string[];
  /** Other names, and the word by which its offices are known. */
  aliases: string[];
}

/** name | hosts | aliases; names in common knowledge, hosts as registered. */
const TABLE: Record<Kind, string[]> = {
  news: [
    'Al Jazeera|aljazeera.com,aljazeera.net|Aljazeera',
    'Anadolu Agency|aa.com.tr|Anadolu Ajansı,AA',
    'Associated Press|apnews.com|AP',
    'Agence France-Presse|afp.com|AFP',
    'ANSA|ansa.it|Agenzia ANSA',
    'Axios|axios.com|',
    'BBC|bbc.com,bbc.co.uk|BBC News',
    'Bloomberg|bloomberg.com|Bloomberg News',
    'China Daily|chinadaily.com.cn|中国日报',
    'Chosun Ilbo|chosun.com|조선일보,The Chosun Ilbo',
    'CNN|cnn.com|',
    'Corriere della Sera|corriere.it|',
    'Cumhuriyet|cumhuriyet.com.tr|',
    'Daily Sabah|dailysabah.com|',
    'Die Zeit|zeit.de|Zeit Online',
    'Dong-A Ilbo|donga.com|동아일보',
    'dpa|dpa.com|Deutsche Presse-Agentur',
    'DW|dw.com|Deutsche Welle',
    'EFE|efe.com|Agencia EFE',
    'El Mundo|elmundo.es|',
    'El País|elpais.com|',
    'Euronews|euronews.com|',
    'Financial Times|ft.com|FT',
    'France 24|france24.com|',
    'Frankfurter Allgemeine Zeitung|faz.net|FAZ',
    'Global Times|globaltimes.cn|环球时报',
    'Haaretz|haaretz.com|',
    'Hürriyet|hurriyet.com.tr|',
    'Hürriyet Daily News|hurriyetdailynews.com|',
    'Hankyoreh|hani.co.kr|한겨레',
    'Interfax|interfax.ru,interfax.com|Интерфакс',
    'Jiji Press|jiji.com|時事通信',
    'JoongAng Ilbo|joongang.co.kr,koreajoongangdaily.joins.com|중앙일보,Korea JoongAng Daily',
    'Kommersant|kommersant.ru|Коммерсантъ,Коммерсант',
    'Korea Herald|koreaherald.com|The Korea Herald',
    'Kyodo News|kyodonews.net,kyodonews.jp|共同通信',
    'La Repubblica|repubblica.it|',
    'Le Figaro|lefigaro.fr|',
    'Le Monde|lemonde.fr|',
    'Mainichi Shimbun|mainichi.jp|毎日新聞,The Mainichi',
    'Milliyet|milliyet.com.tr|',
    'Modern Ghana|modernghana.com|',
    'NHK World|nhk.or.jp|NHK',
    'Nikkei Asia|asia.nikkei.com,nikkei.com|Nikkei',
    'NPR|npr.org|',
    'People’s Daily|people.cn,people.com.cn|人民日报,人民网',
    'Politico|politico.com,politico.eu|',
    'Reuters|reuters.com|Thomson Reuters',
    'RIA Novosti|ria.ru|РИА Новости',
    'Sankei Shimbun|sankei.com|産経新聞',
    'South China Morning Post|scmp.com|SCMP',
    'Süddeutsche Zeitung|sueddeutsche.de|',
    'TASS|tass.ru,tass.com|ТАСС',
    'The Asahi Shimbun|asahi.com|朝日新聞',
    'The Daily Telegraph|telegraph.co.uk|',
    'The Hindu|thehindu.com|',
    'The Independent|independent.co.uk|',
    'The Guardian|theguardian.com|Guardian',
    'The Japan Times|japantimes.co.jp|Japan Times',
    'The New York Times|nytimes.com|New York Times',
    'The Wall Street Journal|wsj.com|Wall Street Journal',
    'The Washington Post|washingtonpost.com|Washington Post',
    'The Yomiuri Shimbun|yomiuri.co.jp,japannews.yomiuri.co.jp|読売新聞',
    'VOA|voanews.com|Voice of America,VoA',
    'Xinhua|xinhuanet.com,news.cn|Xinhua News Agency,新华社,新华网',
    'Yonhap News Agency|yna.co.kr,yonhapnews.co.kr|Yonhap,연합뉴스',
  ],
  magazine: [
    'Foreign Affairs|foreignaffairs.com|',
    'Foreign Policy|foreignpolicy.com|',
    'The Atlantic|theatlantic.com|',
    'The Diplomat|thediplomat.com|Diplomat',
    'The Economist|economist.com|Economist',
    'The National Interest|nationalinterest.org|',
    'Der Spiegel|spiegel.de|',
    'War on the Rocks|warontherocks.com|',
  ],
  journal: [
    'International Security|direct.mit.edu|',
    'Survival|tandfonline.com|',
    'The Washington Quarterly||Washington Quarterly',
  ],
  institute: [
    'ANKASAM|ankasam.org|Ankara Kriz ve Siyaset Araştırmaları Merkezi',
    'Atlantic Council|atlanticcouncil.org|',
    'Australian Strategic Policy Institute|aspi.org.au,aspistrategist.org.au|ASPI',
    'Belfer Center|belfercenter.org|Belfer,Belfer Center for Science and International Affairs',
    'Brookings Institution|brookings.edu|Brookings',
    'Bruegel|bruegel.org|',
    'Carnegie Endowment for International Peace|carnegieendowment.org|Carnegie',
    'Center for Strategic and International Studies|csis.org|CSIS',
    'Chatham House|chathamhouse.org|',
    'Council on Foreign Relations|cfr.org|CFR',
    'European Council on Foreign Relations|ecfr.eu|ECFR',
    'Hoover Institution|hoover.org|Hoover',
    'Hudson Institute|hudson.org|Hudson',
    'International Crisis Group|crisisgroup.org|Crisis Group',
    'International Institute for Strategic Studies|iiss.org|IISS',
    'Lowy Institute|lowyinstitute.org|Lowy',
    'RAND Corporation|rand.org|RAND',
    'Royal United Services Institute|rusi.org|RUSI',
    'SETA|setav.org|',
    'Stimson Center|stimson.org,38north.org|Stimson',
    'Stockholm International Peace Research Institute|sipri.org|SIPRI',
    'United States Institute of Peace|usip.org|USIP',
    'Wilson Center|wilsoncenter.org|Wilson',
  ],
};

const list = (text: string): string[] => text.split(',').filter((part) => part !== '');

const publishers: Publisher[] = Object.entries(TABLE).flatMap(([kind, rows]) =>
  rows.map((row) => {
    const [name = '', hosts = '', aliases = ''] = row.split('|');
    return { name, kind: kind as Kind, hosts: list(hosts), aliases: list(aliases) };
  }),
);

const byName = new Map(
  publishers.flatMap((publisher) =>
    [publisher.name, ...publisher.aliases].map((name) => [name.toLowerCase(), publisher] as const),
  ),
);

export function isKnownPublisher(name: string): boolean {
  return known(name) !== undefined;
}

/** The usual name behind a name, an alias or the word by which offices go ("Belfer"); null where unknown. */
export function knownName(name: string): string | null {
  return known(name)?.name ?? null;
}

/** Also by the name of its edition on the web. */
function known(name: string): Publisher | undefined {
  const folded = name.toLowerCase().trim();
  return byName.get(folded) ?? byName.get(folded.replace(ON_THE_WEB, ''));
}

const ON_THE_WEB = /(?:\s+online|\s?オンライン|\s?デジタル|電子版|\s?home ?page)$/u;

/** Who publishes at this address, null where unknown. */
export function publisherOfUrl(url: string): string | null {
  const host = hostOf(url);
  if (host === null) return null;
  const hostMatches = (known: string): boolean => host === known || host.endsWith(`.${known}`);
  return publishers.find((publisher) => publisher.hosts.some(hostMatches))?.name ?? null;
}

/** The CSL type of what a publication publishes, null where it is unknown or publishes many kinds. */
export function typeOfPublication(name: string): CslItem['type'] | null {
  const kind = byName.get(name.toLowerCase())?.kind;
  if (kind === 'news') return 'article-newspaper';
  if (kind === 'magazine') return 'article-magazine';
  if (kind === 'journal') return 'article-journal';
  return null;
}

/** What the name of a publication says itself, for those that are not in the table. Institutes publish many kinds. */
export function typeByWording(name: string): CslItem['type'] | null {
  if (
    /\b(?:institut[eo]?|cent(?:er|re)|school|university|department|office|ministry|association|society)\b/iu.test(
      name,
    )
  )
    return null;
  if (
    /\b(?:times|herald|post|news|gazette|tribune|courier|daily|chronicle|telegraph|observer|ledger|newspaper|wire|dispatch|press agency|news agency|gazetesi|ajansı|le courrier|journal du|haber(?:ler|leri)?|nachrichten|zeitung|anzeiger)\b|신문|일보|뉴스|통신$|新聞|通信$|新報|日報|日报|晚报|新闻|газета|известия|новости/iu.test(
      name,
    )
  )
    return 'article-newspaper';
  if (/\b(?:journal|quarterly|review of|studies)\b|논집|学報/iu.test(name)) return 'article-journal';
  if (/\b(?:magazine|monthly|weekly|fortnightly)\b/iu.test(name)) return 'article-magazine';
  return null;
}
