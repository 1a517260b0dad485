/** What each style prints of each kind of source: in the text or note, and in the list of sources. */
import type { SOURCES } from './sources.ts';

/** `departs` says where the style as it is carried is not what its manual asks for. */
type Printed = [cited: string, listed: string, departs?: string];

export interface StyleCases {
  style: string;
  manual: string;
  sources: Partial<Record<keyof typeof SOURCES, Printed>>;
}

export const BY_SOURCE: readonly StyleCases[] = [
  {
    style: 'chicago-notes',
    manual: 'Chicago Manual of Style 17, full notes',
    sources: {
      webPage: [
        'Harbour Institute, “How Seabed Cables Are Repaired,” May 9, 2023, para. 4, https://harbour.example/cables.',
        'Harbour Institute. “How Seabed Cables Are Repaired,” May 9, 2023. https://harbour.example/cables.',
      ],
      undatedPage: [
        'Cable Registry, “About the Register,” accessed January 5, 2024, https://registry.example/about.',
        'Cable Registry. “About the Register.” Accessed January 5, 2024. https://registry.example/about.',
      ],
      pressRelease: [
        'Ministry of Defence, “Ministers Agree on Cable Patrols,” press release, February 14, 2024, https://mod.example/patrols.',
        'Ministry of Defence. “Ministers Agree on Cable Patrols.” Press release, February 14, 2024. https://mod.example/patrols.',
      ],
      blogPost: [
        'Sara Lindqvist, “Four Myths about Dark Fleets,” *Tidewatch* (blog), November 2, 2023, para. 4, https://tidewatch.example/myths.',
        'Lindqvist, Sara. “Four Myths about Dark Fleets.” *Tidewatch* (blog), November 2, 2023. https://tidewatch.example/myths.',
      ],
      socialPost: [
        'Chidi Okafor, “We have found the anchor,” post, Mastodon, October 24, 2023, https://social.example/@okafor/17.',
        'Okafor, Chidi. “We have found the anchor.” Post. Mastodon, October 24, 2023. https://social.example/@okafor/17.',
      ],
      newspaper: [
        'Aino Virtanen, “Anchor Found near Broken Pipeline,” *Northern Herald*, October 24, 2023, 5, https://herald.example/anchor.',
        'Virtanen, Aino. “Anchor Found near Broken Pipeline.” *Northern Herald*, October 24, 2023. https://herald.example/anchor.',
      ],
      unsigned: [
        '“Ship Released after Inspection,” *Northern Herald*, October 26, 2023.',
        '*Northern Herald*. “Ship Released after Inspection.” October 26, 2023.',
      ],
      magazine: [
        'Chidi M. Okafor, “The Long Repair,” *Strait Review*, August 2022, 5.',
        'Okafor, Chidi M. “The Long Repair.” *Strait Review*, August 2022.',
      ],
      journal: [
        'Chidi M. Okafor and Sara Lindqvist, “Insurance and the Law of the Sea,” *Journal of Maritime Policy* 31, no. 2 (2021): 5, https://doi.org/10.5555/jmp.2021.112.',
        'Okafor, Chidi M., and Sara Lindqvist. “Insurance and the Law of the Sea.” *Journal of Maritime Policy* 31, no. 2 (2021): 112–29. https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        'Department for Transport, *Resilience of Undersea Infrastructure* (London: Department for Transport, July 2022), 5, https://dft.example/r14.pdf.',
        'Department for Transport. *Resilience of Undersea Infrastructure*. London: Department for Transport, July 2022. https://dft.example/r14.pdf.',
        '14.220 has the number of the report, too.',
      ],
      thinkTankReport: [
        'Sara Lindqvist, Chidi M. Okafor, and Jiho Park, *Grey Zones: Attribution at Sea*, policy paper (Oslo: Harbour Institute, 2024), 5, https://harbour.example/p7.',
        'Lindqvist, Sara, Chidi M. Okafor, and Jiho Park. *Grey Zones: Attribution at Sea*. Policy paper. Oslo: Harbour Institute, 2024. https://harbour.example/p7.',
        '14.220 has the number, too.',
      ],
      book: [
        'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019), 5.',
        'Okafor, Chidi M. *Cables and Empires*. 2nd ed. Oxford: Meridian Press, 2019.',
      ],
      editedBook: [
        'Sara Lindqvist and Jiho Park, eds., *A Handbook of Straits* (Oxford: Meridian Press, 2018), 5.',
        'Lindqvist, Sara, and Jiho Park, eds. *A Handbook of Straits*. Oxford: Meridian Press, 2018.',
      ],
      translatedBook: [
        'Lena Brandt, *The Quiet Sea*, trans. Thomas Reid (New York: Quay Books, 2015), 5.',
        'Brandt, Lena. *The Quiet Sea*. Translated by Thomas Reid. New York: Quay Books, 2015.',
      ],
      chapter: [
        'Jiho Park, “Who Owns the Seabed?,” in *A Handbook of Straits*, ed. Sara Lindqvist (Oxford: Meridian Press, 2018), 5.',
        'Park, Jiho. “Who Owns the Seabed?” In *A Handbook of Straits*, edited by Sara Lindqvist, 41–67. Oxford: Meridian Press, 2018.',
      ],
      entry: [
        'Thomas Reid, “Salvage,” in *Encyclopedia of the Sea* (Meridian Press, 2012), 5.',
        'Reid, Thomas. “Salvage.” In *Encyclopedia of the Sea*. Meridian Press, 2012.',
      ],
      thesis: [
        'Jiho Park, “Sabotage in Shallow Water” (PhD thesis, University of Oslo, 2020), 5.',
        'Park, Jiho. “Sabotage in Shallow Water.” PhD thesis, University of Oslo, 2020.',
      ],
      paper: [
        'Chidi M. Okafor and Jiho Park, “Locating Cable Faults by Sound,” in *Proceedings of the Ocean Sensing Conference* (Sensing Society, 2021), 5, https://doi.org/10.5555/osc.8.',
        'Okafor, Chidi M., and Jiho Park. “Locating Cable Faults by Sound.” In *Proceedings of the Ocean Sensing Conference*, 8–15. Sensing Society, 2021. https://doi.org/10.5555/osc.8.',
      ],
      act: ['Submarine Cables Act, 47 U.S.C. § 21 (1888).', 'Submarine Cables Act, 47 U.S.C. § 21 (1888).'],
      ukAct: ['Marine Safety Act, § 14 (2003), sec. 3.', 'Marine Safety Act, § 14 (2003).'],
      bill: [
        'Undersea Cable Security Act, H.R. 1234, 118th Cong. (2023), sec. 2.',
        'Undersea Cable Security Act, H.R. 1234, 118th Cong. (2023).',
      ],
      regulation: [
        'Cable Landing Licences, 47 C.F.R. § 1.767 (2022).',
        'Cable Landing Licences, 47 C.F.R. § 1.767 (2022).',
      ],
      treaty: [
        'Convention for the Protection of Strait Cables, 1833 UNTS 3, art. 7 (1984).',
        'Convention for the Protection of Strait Cables, 1833 UNTS 3 (1984).',
        '14.290 has the full date.',
      ],
      hearing: [
        'Senate Committee on Commerce, *Threats to Undersea Infrastructure* (Washington, DC: Government Publishing Office, June 8, 2023), 5.',
        'Senate Committee on Commerce. *Threats to Undersea Infrastructure*. Washington, DC: Government Publishing Office, June 8, 2023.',
        'The manual would name chamber and Congress; the committee stands as the author.',
      ],
      case: [
        'Harbour Telegraph v. Northern Line, 401 F.2d 22, 5 (D.C. Cir. 1971).',
        'Harbour Telegraph v. Northern Line, 401 F.2d 22 (D.C. Cir. 1971).',
      ],
      speech: [
        'Sara Lindqvist, “The Sea Is Not a Void” (speech, Annual Lecture of the Harbour Institute, Oslo, November 3, 2022).',
        'Lindqvist, Sara. “The Sea Is Not a Void.” Speech presented at the Annual Lecture of the Harbour Institute, Oslo, November 3, 2022.',
      ],
      interview: [
        'Chidi M. Okafor, “We Listened for Hours,” interview by Aino Virtanen, *Northern Herald*, December 1, 2023.',
        'Okafor, Chidi M. “We Listened for Hours.” Interview by Aino Virtanen. *Northern Herald*, December 1, 2023.',
      ],
      broadcast: [
        '“The Repair Ship,” radio broadcast, *World Tonight* (Channel Nine, November 18, 2023).',
        '“The Repair Ship.” Radio broadcast. *World Tonight*. Channel Nine, November 18, 2023.',
        '14.265 begins with the programme.',
      ],
      podcast: [
        'Aino Virtanen, “Deep Signals,” podcast, *Coastlines* (Northern Herald, January 12, 2024), 03:15, https://coastlines.example/48.',
        'Virtanen, Aino. “Deep Signals.” Podcast. *Coastlines*. Northern Herald, January 12, 2024. https://coastlines.example/48.',
        '14.267 has the number of the episode.',
      ],
      video: [
        'Harbour Institute, *Splicing a Cable*, video (YouTube, 2021), 03:15, https://video.example/splice.',
        'Harbour Institute. *Splicing a Cable*. Video. YouTube, 2021. https://video.example/splice.',
        '14.267 has the full date.',
      ],
      dataset: [
        'Harbour Institute, “Cable Faults, 1990-2022” (Oslo Data Archive, 2023), tbl. 2, https://doi.org/10.5555/oda.faults.',
        'Harbour Institute. “Cable Faults, 1990-2022.” Oslo Data Archive, 2023. https://doi.org/10.5555/oda.faults.',
        'The version is left out.',
      ],
      letter: [
        'Aino Virtanen to Thomas Reid, “Letter on the Anchor,” November 6, 2023.',
        'Virtanen, Aino. Letter to Thomas Reid. “Letter on the Anchor,” November 6, 2023.',
      ],
      standard: [
        'International Organization for Standardization, *Burial Depth of Submarine Cables* (ISO, 2020), 5.',
        'International Organization for Standardization. *Burial Depth of Submarine Cables*. ISO, 2020.',
        'The manual has the number of the standard.',
      ],
      map: [
        'Hydrographic Office, *Cables of the Northern Straits*, 1:50,000 (Taunton: Hydrographic Office, 2017).',
        'Hydrographic Office. *Cables of the Northern Straits*. 1:50,000. Taunton: Hydrographic Office, 2017.',
      ],
    },
  },
  {
    style: 'chicago-note-bibliography',
    manual: 'Chicago Manual of Style 17, shortened notes',
    sources: {
      webPage: [
        'Harbour Institute, “How Seabed Cables Are Repaired,” para. 4.',
        'Harbour Institute. “How Seabed Cables Are Repaired,” May 9, 2023. https://harbour.example/cables.',
      ],
      newspaper: [
        'Virtanen, “Anchor Found near Broken Pipeline,” 5.',
        'Virtanen, Aino. “Anchor Found near Broken Pipeline.” *Northern Herald*, October 24, 2023. https://herald.example/anchor.',
      ],
      journal: [
        'Okafor and Lindqvist, “Insurance and the Law of the Sea,” 5.',
        'Okafor, Chidi M., and Sara Lindqvist. “Insurance and the Law of the Sea.” *Journal of Maritime Policy* 31, no. 2 (2021): 112–29. https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        'Department for Transport, *Resilience of Undersea Infrastructure*, 5.',
        'Department for Transport. *Resilience of Undersea Infrastructure*. London: Department for Transport, July 2022. https://dft.example/r14.pdf.',
        '14.220 has the number, too.',
      ],
      thinkTankReport: [
        'Lindqvist, Okafor, and Park, *Grey Zones: Attribution at Sea*, 5.',
        'Lindqvist, Sara, Chidi M. Okafor, and Jiho Park. *Grey Zones: Attribution at Sea*. Policy paper. Oslo: Harbour Institute, 2024. https://harbour.example/p7.',
        '14.220 has the number, too.',
      ],
      book: [
        'Okafor, *Cables and Empires*, 5.',
        'Okafor, Chidi M. *Cables and Empires*. 2nd ed. Oxford: Meridian Press, 2019.',
      ],
      chapter: [
        'Park, “Who Owns the Seabed?,” 5.',
        'Park, Jiho. “Who Owns the Seabed?” In *A Handbook of Straits*, edited by Sara Lindqvist, 41–67. Oxford: Meridian Press, 2018.',
      ],
      act: ['Submarine Cables Act.', 'Submarine Cables Act, 47 U.S.C. § 21 (1888).'],
      treaty: [
        'Convention for the Protection of Strait Cables, 1833 UNTS article 7.',
        'Convention for the Protection of Strait Cables, 1833 UNTS 3 (1984).',
        '14.290 has the full date.',
      ],
      case: [
        '*Harbour Telegraph v. Northern Line*, 401 F.2d at 5.',
        'Harbour Telegraph v. Northern Line, 401 F.2d 22 (D.C. Cir. 1971).',
      ],
      hearing: [
        'Senate Committee on Commerce, *Threats to Undersea Infrastructure*, 5.',
        'Senate Committee on Commerce. *Threats to Undersea Infrastructure*. Washington, DC: Government Publishing Office, June 8, 2023.',
      ],
      interview: [
        'Okafor, “We Listened for Hours.”',
        'Okafor, Chidi M. “We Listened for Hours.” Interview by Aino Virtanen. *Northern Herald*, December 1, 2023.',
      ],
      letter: [
        'Virtanen to Reid, “Letter on the Anchor,” November 6, 2023.',
        'Virtanen, Aino. Letter to Thomas Reid. “Letter on the Anchor,” November 6, 2023.',
      ],
      map: [
        'Hydrographic Office, *Cables of the Northern Straits*.',
        'Hydrographic Office. *Cables of the Northern Straits*. 1:50,000. Taunton: Hydrographic Office, 2017.',
      ],
    },
  },
  {
    style: 'chicago-author-date',
    manual: 'Chicago Manual of Style 17, author and date',
    sources: {
      webPage: [
        '(Harbour Institute 2023, para. 4)',
        'Harbour Institute. 2023. “How Seabed Cables Are Repaired.” May 9, 2023. https://harbour.example/cables.',
      ],
      undatedPage: [
        '(Cable Registry, n.d.)',
        'Cable Registry. n.d. “About the Register.” Accessed January 5, 2024. https://registry.example/about.',
      ],
      blogPost: [
        '(Lindqvist 2023, para. 4)',
        'Lindqvist, Sara. 2023. “Four Myths about Dark Fleets.” *Tidewatch* (blog). November 2, 2023. https://tidewatch.example/myths.',
      ],
      socialPost: [
        '(Okafor 2023)',
        'Okafor, Chidi. 2023. “We have found the anchor.” Post. Mastodon. October 24, 2023. https://social.example/@okafor/17.',
      ],
      newspaper: [
        '(Virtanen 2023, 5)',
        'Virtanen, Aino. 2023. “Anchor Found near Broken Pipeline.” *Northern Herald*, October 24, 2023. https://herald.example/anchor.',
      ],
      unsigned: [
        '(*Northern Herald* 2023)',
        '*Northern Herald*. 2023. “Ship Released after Inspection,” October 26, 2023.',
      ],
      journal: [
        '(Okafor and Lindqvist 2021, 5)',
        'Okafor, Chidi M., and Sara Lindqvist. 2021. “Insurance and the Law of the Sea.” *Journal of Maritime Policy* 31 (2): 112–29. https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        '(Department for Transport 2022, 5)',
        'Department for Transport. 2022. *Resilience of Undersea Infrastructure*. DfT 14/2022. London: Department for Transport. https://dft.example/r14.pdf.',
      ],
      thinkTankReport: [
        '(Lindqvist, Okafor, and Park 2024, 5)',
        'Lindqvist, Sara, Chidi M. Okafor, and Jiho Park. 2024. *Grey Zones: Attribution at Sea*. Policy paper 7. Oslo: Harbour Institute. https://harbour.example/p7.',
      ],
      book: [
        '(Okafor 2019, 5)',
        'Okafor, Chidi M. 2019. *Cables and Empires*. 2nd ed. Oxford: Meridian Press.',
      ],
      editedBook: [
        '(Lindqvist and Park 2018, 5)',
        'Lindqvist, Sara, and Jiho Park, eds. 2018. *A Handbook of Straits*. Oxford: Meridian Press.',
      ],
      translatedBook: [
        '(Brandt [1998] 2015, 5)',
        'Brandt, Lena. (1998) 2015. *The Quiet Sea*. Translated by Thomas Reid. New York: Quay Books.',
      ],
      chapter: [
        '(Park 2018, 5)',
        'Park, Jiho. 2018. “Who Owns the Seabed?” In *A Handbook of Straits*, edited by Sara Lindqvist, 41–67. Oxford: Meridian Press.',
      ],
      thesis: [
        '(Park 2020, 5)',
        'Park, Jiho. 2020. “Sabotage in Shallow Water.” PhD thesis, Oslo: University of Oslo.',
        'The manual has no place.',
      ],
      paper: [
        '(Okafor and Park 2021, 5)',
        'Okafor, Chidi M., and Jiho Park. 2021. “Locating Cable Faults by Sound.” In *Proceedings of the Ocean Sensing Conference*, 8–15. Sensing Society. https://doi.org/10.5555/osc.8.',
      ],
      speech: [
        '(Lindqvist 2022)',
        'Lindqvist, Sara. 2022. “The Sea Is Not a Void.” Speech presented at the Annual Lecture of the Harbour Institute, Oslo, November 3.',
      ],
      interview: [
        '(Okafor 2023)',
        'Okafor, Chidi M. 2023. “We Listened for Hours.” Interview by Aino Virtanen. *Northern Herald*.',
        'The manual would have the day.',
      ],
      podcast: [
        '(Virtanen 2024, 03:15)',
        'Virtanen, Aino. 2024. “Deep Signals.” Podcast. *Coastlines*. Northern Herald. https://coastlines.example/48.',
        'The day and the number of the episode are left out.',
      ],
      dataset: [
        '(Harbour Institute 2023, tbl. 2)',
        'Harbour Institute. 2023. “Cable Faults, 1990-2022.” Oslo Data Archive. https://doi.org/10.5555/oda.faults.',
        'The version is left out.',
      ],
      standard: [
        '(International Organization for Standardization 2020, 5)',
        'International Organization for Standardization. 2020. *Burial Depth of Submarine Cables*. ISO 9999:2020. ISO.',
      ],
    },
  },
  {
    style: 'apa',
    manual: 'Publication Manual of the APA, 7th edition',
    sources: {
      webPage: [
        '(Harbour Institute, 2023, para. 4)',
        'Harbour Institute. (2023, May 9). *How seabed cables are repaired*. https://harbour.example/cables',
      ],
      undatedPage: [
        '(Cable Registry, n.d.)',
        'Cable Registry. (n.d.). *About the register*. Retrieved January 5, 2024, from https://registry.example/about',
      ],
      pressRelease: [
        '(Ministry of Defence, 2024)',
        'Ministry of Defence. (2024, February 14). *Ministers agree on cable patrols* [Press release]. https://mod.example/patrols',
      ],
      blogPost: [
        '(Lindqvist, 2023, para. 4)',
        'Lindqvist, S. (2023, November 2). Four myths about dark fleets. *Tidewatch*. https://tidewatch.example/myths',
      ],
      socialPost: [
        '(Okafor, 2023)',
        'Okafor, C. (2023, October 24). *We have found the anchor* [Post]. Mastodon. https://social.example/@okafor/17',
      ],
      newspaper: [
        '(Virtanen, 2023, p. 5)',
        'Virtanen, A. (2023, October 24). Anchor found near broken pipeline. *Northern Herald*, 4. https://herald.example/anchor',
      ],
      unsigned: [
        '(“Ship Released after Inspection,” 2023)',
        'Ship released after inspection. (2023, October 26). *Northern Herald*, A1.',
      ],
      magazine: [
        '(Okafor, 2022, p. 5)',
        'Okafor, C. M. (2022, August). The long repair. *Strait Review*, 22–29.',
      ],
      journal: [
        '(Okafor & Lindqvist, 2021, p. 5)',
        'Okafor, C. M., & Lindqvist, S. (2021). Insurance and the law of the sea. *Journal of Maritime Policy*, *31*(2), 112–129. https://doi.org/10.5555/jmp.2021.112',
      ],
      governmentReport: [
        '(Department for Transport, 2022, p. 5)',
        'Department for Transport. (2022). *Resilience of undersea infrastructure* (No. DfT 14/2022). https://dft.example/r14.pdf',
      ],
      thinkTankReport: [
        '(Lindqvist et al., 2024, p. 5)',
        'Lindqvist, S., Okafor, C. M., & Park, J. (2024). *Grey zones: attribution at sea* (Policy Paper No. 7). Harbour Institute. https://harbour.example/p7',
        'The word after a colon has a capital: titles are set as they were entered.',
      ],
      book: ['(Okafor, 2019, p. 5)', 'Okafor, C. M. (2019). *Cables and empires* (2nd ed.). Meridian Press.'],
      editedBook: [
        '(Lindqvist & Park, 2018, p. 5)',
        'Lindqvist, S., & Park, J. (Eds.). (2018). *A handbook of straits*. Meridian Press.',
      ],
      translatedBook: [
        '(Brandt, 1998/2015, p. 5)',
        'Brandt, L. (2015). *The quiet sea* (T. Reid, Trans.). Quay Books. (Original work published 1998)',
      ],
      chapter: [
        '(Park, 2018, p. 5)',
        'Park, J. (2018). Who owns the seabed? In S. Lindqvist (Ed.), *A handbook of straits* (pp. 41–67). Meridian Press.',
      ],
      entry: [
        '(Reid, 2012, p. 5)',
        'Reid, T. (2012). Salvage. In *Encyclopedia of the sea*. Meridian Press.',
      ],
      thesis: [
        '(Park, 2020, p. 5)',
        'Park, J. (2020). *Sabotage in shallow water* [PhD thesis]. University of Oslo.',
      ],
      paper: [
        '(Okafor & Park, 2021, p. 5)',
        'Okafor, C. M., & Park, J. (2021). Locating cable faults by sound. *Proceedings of the Ocean Sensing Conference*, 8–15. https://doi.org/10.5555/osc.8',
      ],
      act: ['(Submarine Cables Act, 1888)', 'Submarine Cables Act, 47 U.S.C. § 21 (1888).'],
      ukAct: [
        '(Marine Safety Act, 2003, Section 3)',
        'Marine Safety Act, § 14 (2003).',
        'British acts have no number of a section.',
      ],
      bill: [
        '(Undersea Cable Security Act, 2023, Section 2)',
        'Undersea Cable Security Act, H.R. 1234, 118th Cong. (2023).',
      ],
      regulation: ['(Cable Landing Licences, 2022)', 'Cable Landing Licences, 47 C.F.R. § 1.767 (2022).'],
      treaty: [
        '(Convention for the Protection of Strait Cables, 1984, Article 7)',
        'Convention for the Protection of Strait Cables, March 14, 1984, 1833 UNTS 3.',
      ],
      hearing: [
        '(*Threats to Undersea Infrastructure*, 2023, p. 5)',
        '*Threats to undersea infrastructure*, Senate Committee on Commerce (2023).',
        'The manual has “Hearing before the …” and the number of the Congress.',
      ],
      case: [
        '(*Harbour Telegraph v. Northern Line*, 1971, p. 5)',
        'Harbour Telegraph v. Northern Line, 401 F.2d 22 (D.C. Cir. 1971).',
      ],
      speech: [
        '(Lindqvist, 2022)',
        'Lindqvist, S. (2022, November 3). *The sea is not a void* [Speech]. Annual Lecture of the Harbour Institute, Oslo.',
      ],
      interview: [
        '(Okafor, 2023)',
        'Okafor, C. M. (2023, December 1). We listened for hours (A. Virtanen, Interviewer) [Interview]. In *Northern Herald*.',
        '10.1 has no “In” before a newspaper.',
      ],
      broadcast: [
        '(“The Repair Ship,” 2023)',
        'The repair ship. (2023, November 18). [Radio broadcast]. In *World Tonight*. Channel Nine.',
        'The kind in brackets follows the title.',
      ],
      podcast: [
        '(Virtanen, 2024, 03:15)',
        'Virtanen, A. (Host). (2024, January 12). Deep signals (No. 48) [Podcast]. In *Coastlines*. Northern Herald. https://coastlines.example/48',
      ],
      video: [
        '(Harbour Institute, 2021, 03:15)',
        'Harbour Institute. (2021, April 30). *Splicing a cable* [Video]. YouTube. https://video.example/splice',
      ],
      dataset: [
        '(Harbour Institute, 2023, Table 2)',
        'Harbour Institute. (2023). *Cable faults, 1990-2022* (Version 2.1) [Dataset]. Oslo Data Archive. https://doi.org/10.5555/oda.faults',
      ],
      letter: [
        '(A. Virtanen, personal communication, November 6, 2023)',
        'Virtanen, A. (2023, November 6). *Letter on the anchor* [Letter to Thomas Reid].',
        '8.9: no entry in the list; here every cited source has one.',
      ],
      standard: [
        '(International Organization for Standardization, 2020, p. 5)',
        'International Organization for Standardization. (2020). *Burial depth of submarine cables* (No. ISO 9999:2020). ISO.',
        'The manual has “ISO Standard No.”',
      ],
      map: [
        '(Hydrographic Office, 2017)',
        'Hydrographic Office. (2017). *Cables of the northern straits* [Map].',
      ],
    },
  },
  {
    style: 'modern-language-association',
    manual: 'MLA Handbook, 9th edition',
    sources: {
      webPage: [
        '(Harbour Institute, para. 4)',
        'Harbour Institute. *How Seabed Cables Are Repaired*. 9 May 2023, https://harbour.example/cables.',
      ],
      undatedPage: [
        '(Cable Registry)',
        'Cable Registry. *About the Register*. https://registry.example/about. Accessed 5 Jan. 2024.',
      ],
      blogPost: [
        '(Lindqvist, para. 4)',
        'Lindqvist, Sara. “Four Myths about Dark Fleets.” *Tidewatch*, 2 Nov. 2023, https://tidewatch.example/myths.',
      ],
      newspaper: [
        '(Virtanen 5)',
        'Virtanen, Aino. “Anchor Found near Broken Pipeline.” *Northern Herald*, 24 Oct. 2023, p. 4, https://herald.example/anchor.',
      ],
      unsigned: [
        '(“Ship Released after Inspection”)',
        '“Ship Released after Inspection.” *Northern Herald*, 26 Oct. 2023, p. A1.',
      ],
      magazine: ['(Okafor 5)', 'Okafor, Chidi M. “The Long Repair.” *Strait Review*, Aug. 2022, pp. 22–29.'],
      journal: [
        '(Okafor and Lindqvist 5)',
        'Okafor, Chidi M., and Sara Lindqvist. “Insurance and the Law of the Sea.” *Journal of Maritime Policy*, vol. 31, no. 2, 2021, pp. 112–29, https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        '(*Resilience of Undersea Infrastructure* 5)',
        '*Resilience of Undersea Infrastructure*. DfT 14/2022, Department for Transport, July 2022, https://dft.example/r14.pdf.',
      ],
      thinkTankReport: [
        '(Lindqvist et al. 5)',
        'Lindqvist, Sara, et al. *Grey Zones: Attribution at Sea*. Policy paper, 7, Harbour Institute, 2024, https://harbour.example/p7.',
        '“Policy paper 7” would have no comma.',
      ],
      book: ['(Okafor 5)', 'Okafor, Chidi M. *Cables and Empires*. 2nd ed., Meridian Press, 2019.'],
      editedBook: [
        '(Lindqvist and Park 5)',
        'Lindqvist, Sara, and Jiho Park, editors. *A Handbook of Straits*. Meridian Press, 2018.',
      ],
      translatedBook: [
        '(Brandt 5)',
        'Brandt, Lena. *The Quiet Sea*. 1998. Translated by Thomas Reid, Quay Books, 2015.',
      ],
      chapter: [
        '(Park 5)',
        'Park, Jiho. “Who Owns the Seabed?” *A Handbook of Straits*, edited by Sara Lindqvist, Meridian Press, 2018, pp. 41–67.',
      ],
      entry: ['(Reid 5)', 'Reid, Thomas. “Salvage.” *Encyclopedia of the Sea*, Meridian Press, 2012.'],
      paper: [
        '(Okafor and Park 5)',
        'Okafor, Chidi M., and Jiho Park. “Locating Cable Faults by Sound.” *Proceedings of the Ocean Sensing Conference*, Sensing Society, 2021, pp. 8–15, https://doi.org/10.5555/osc.8.',
      ],
      bill: [
        '(*Undersea Cable Security Act*, sec. 2)',
        '*Undersea Cable Security Act*. H.R. 1234, 1 Mar. 2023.',
        'The Congress is left out.',
      ],
      treaty: [
        '(“Convention for the Protection of Strait Cables,” art. 7)',
        '“Convention for the Protection of Strait Cables.” *UNTS*, vol. 1833, 14 Mar. 1984, p. 3.',
      ],
      speech: [
        '(Lindqvist)',
        'Lindqvist, Sara. *The Sea Is Not a Void*. Annual Lecture of the Harbour Institute, 3 Nov. 2022, Oslo.',
      ],
      interview: [
        '(Okafor)',
        'Okafor, Chidi M. “We Listened for Hours.” *Northern Herald*, interview by Aino Virtanen, 1 Dec. 2023.',
      ],
      map: [
        '(*Cables of the Northern Straits*)',
        '*Cables of the Northern Straits*. Hydrographic Office, 2017.',
      ],
    },
  },
  {
    style: 'ieee',
    manual: 'IEEE Reference Guide',
    sources: {
      webPage: [
        '[1, Para. 4]',
        '[1] Harbour Institute, “How seabed cables are repaired.” Accessed: Jan. 05, 2024. [Online]. Available: https://harbour.example/cables',
      ],
      undatedPage: [
        '[1]',
        '[1] Cable Registry, “About the register.” Accessed: Jan. 05, 2024. [Online]. Available: https://registry.example/about',
      ],
      newspaper: [
        '[1, p. 5]',
        '[1] A. Virtanen, “Anchor found near broken pipeline,” *Northern Herald*, p. 4, Oct. 24, 2023. [Online]. Available: https://herald.example/anchor',
      ],
      magazine: ['[1, p. 5]', '[1] C. M. Okafor, “The long repair,” *Strait Review*, pp. 22–29, Aug. 2022.'],
      journal: [
        '[1, p. 5]',
        '[1] C. M. Okafor and S. Lindqvist, “Insurance and the law of the sea,” *J Marit Policy*, vol. 31, no. 2, pp. 112–129, 2021, doi: 10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        '[1, p. 5]',
        '[1] Department for Transport, “Resilience of undersea infrastructure,” Department for Transport, London, DfT 14/2022, Jul. 2022. [Online]. Available: https://dft.example/r14.pdf',
      ],
      thinkTankReport: [
        '[1, p. 5]',
        '[1] S. Lindqvist, C. M. Okafor, and J. Park, “Grey zones: attribution at sea,” Harbour Institute, Oslo, Policy paper 7, 2024. [Online]. Available: https://harbour.example/p7',
      ],
      book: ['[1, p. 5]', '[1] C. M. Okafor, *Cables and empires*, 2nd ed. Oxford: Meridian Press, 2019.'],
      editedBook: [
        '[1, p. 5]',
        '[1] S. Lindqvist and J. Park, Eds., *A handbook of straits*. Oxford: Meridian Press, 2018.',
      ],
      chapter: [
        '[1, p. 5]',
        '[1] J. Park, “Who owns the seabed?,” in *A handbook of straits*, S. Lindqvist, Ed., Oxford: Meridian Press, 2018, pp. 41–67.',
      ],
      thesis: [
        '[1, p. 5]',
        '[1] J. Park, “Sabotage in shallow water,” PhD thesis, University of Oslo, Oslo, 2020.',
        '“Ph.D. dissertation”, as the kind is entered here.',
      ],
      paper: [
        '[1, p. 5]',
        '[1] C. M. Okafor and J. Park, “Locating cable faults by sound,” in *Proceedings of the Ocean Sensing Conference*, Sensing Society, Sep. 2021, pp. 8–15. doi: 10.5555/osc.8.',
        'September is “Sept.” in the guide.',
      ],
      regulation: [
        '[1]',
        '[1] “Cable Landing Licences,” *C.F.R.*, vol. 47. 2022.',
        'The section is left out.',
      ],
      speech: [
        '[1]',
        '[1] S. Lindqvist, “The sea is not a void,” presented at the Annual Lecture of the Harbour Institute, Nov. 03, 2022.',
      ],
      video: [
        '[1, 03:15]',
        '[1] Harbour Institute, *Splicing a cable*, (Apr. 30, 2021). [Video]. Available: https://video.example/splice',
        'The guide has no comma and no parentheses.',
      ],
      podcast: [
        '[1, 03:15]',
        '[1] A. Virtanen, “Deep signals,” *Coastlines*, Northern Herald, Jan. 12, 2024. [Podcast]. Available: https://coastlines.example/48',
        'The number of the episode is left out.',
      ],
      standard: [
        '[1, p. 5]',
        '[1] International Organization for Standardization, *Burial depth of submarine cables*, ISO 9999:2020, 2020.',
      ],
      dataset: [
        '[1, Tbl. 2]',
        '[1] Harbour Institute, “Cable faults, 1990-2022.” Oslo Data Archive, 2023. doi: 10.5555/oda.faults.',
      ],
    },
  },
  {
    style: 'harvard-cite-them-right',
    manual: 'Harvard, Cite Them Right 12',
    sources: {
      webPage: [
        '(Harbour Institute, 2023, para. 4)',
        'Harbour Institute (2023) *How seabed cables are repaired*. Available at: https://harbour.example/cables (Accessed: 5 January 2024).',
      ],
      undatedPage: [
        '(Cable Registry, no date)',
        'Cable Registry (no date) *About the register*. Available at: https://registry.example/about (Accessed: 5 January 2024).',
      ],
      pressRelease: [
        '(Ministry of Defence, 2024)',
        'Ministry of Defence (2024) *Ministers agree on cable patrols*. Available at: https://mod.example/patrols.',
      ],
      blogPost: [
        '(Lindqvist, 2023, para. 4)',
        'Lindqvist, S. (2023) ‘Four myths about dark fleets’, *Tidewatch*, 2 November. Available at: https://tidewatch.example/myths.',
      ],
      socialPost: [
        '(Okafor, 2023)',
        'Okafor, C. (2023) ‘We have found the anchor’, *Mastodon*, 24 October. Available at: https://social.example/@okafor/17.',
      ],
      newspaper: [
        '(Virtanen, 2023, p. 5)',
        'Virtanen, A. (2023) ‘Anchor found near broken pipeline’, *Northern Herald*, 24 October, p. 4. Available at: https://herald.example/anchor.',
      ],
      unsigned: [
        '(*Northern Herald*, 2023)',
        '*Northern Herald* (2023) ‘Ship released after inspection’, 26 October, p. A1.',
      ],
      magazine: [
        '(Okafor, 2022, p. 5)',
        'Okafor, C.M. (2022) ‘The long repair’, *Strait Review*, August, pp. 22–29.',
      ],
      journal: [
        '(Okafor and Lindqvist, 2021, p. 5)',
        'Okafor, C.M. and Lindqvist, S. (2021) ‘Insurance and the law of the sea’, *Journal of Maritime Policy*, 31(2), pp. 112–129. Available at: https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        '(Department for Transport, 2022, p. 5)',
        'Department for Transport (2022) *Resilience of undersea infrastructure*. DfT 14/2022. London: Department for Transport. Available at: https://dft.example/r14.pdf.',
      ],
      thinkTankReport: [
        '(Lindqvist, Okafor and Park, 2024, p. 5)',
        'Lindqvist, S., Okafor, C.M. and Park, J. (2024) *Grey zones: attribution at sea*. Policy paper 7. Oslo: Harbour Institute. Available at: https://harbour.example/p7.',
      ],
      book: [
        '(Okafor, 2019, p. 5)',
        'Okafor, C.M. (2019) *Cables and empires*. 2nd edn. Oxford: Meridian Press.',
      ],
      editedBook: [
        '(Lindqvist and Park, 2018, p. 5)',
        'Lindqvist, S. and Park, J. (eds) (2018) *A handbook of straits*. Oxford: Meridian Press.',
      ],
      translatedBook: [
        '(Brandt, 2015, p. 5)',
        'Brandt, L. (2015) *The quiet sea*. Translated by T. Reid. New York: Quay Books.',
      ],
      chapter: [
        '(Park, 2018, p. 5)',
        'Park, J. (2018) ‘Who owns the seabed?’, in S. Lindqvist (ed.) *A handbook of straits*. Oxford: Meridian Press, pp. 41–67.',
      ],
      thesis: [
        '(Park, 2020, p. 5)',
        'Park, J. (2020) *Sabotage in shallow water*. PhD thesis. University of Oslo.',
      ],
      speech: [
        '(Lindqvist, 2022)',
        'Lindqvist, S. (2022) ‘The sea is not a void’. *Annual Lecture of the Harbour Institute*, 3 November.',
        'The place is left out.',
      ],
      video: [
        '(Harbour Institute, 2021, 03:15)',
        'Harbour Institute (2021) *Splicing a cable* [Video]. YouTube. Available at: https://video.example/splice.',
      ],
      dataset: [
        '(Harbour Institute, 2023, tbl. 2)',
        'Harbour Institute (2023) *Cable faults, 1990-2022*. Oslo Data Archive. Available at: https://doi.org/10.5555/oda.faults.',
        '“[Dataset]” is left out.',
      ],
      map: [
        '(Hydrographic Office, 2017)',
        'Hydrographic Office (2017) *Cables of the northern straits*. Taunton: Hydrographic Office.',
      ],
    },
  },
  {
    style: 'vancouver',
    manual: 'Vancouver (NLM, Citing Medicine)',
    sources: {
      webPage: [
        '(1 para. 4)',
        '1. Harbour Institute. How seabed cables are repaired [Internet]. 2023 [cited 2024 Jan 5]. Available from: https://harbour.example/cables',
      ],
      undatedPage: [
        '(1)',
        '1. Cable Registry. About the register [Internet]. [cited 2024 Jan 5]. Available from: https://registry.example/about',
      ],
      blogPost: [
        '(1 para. 4)',
        '1. Lindqvist S. Four myths about dark fleets [Internet]. Tidewatch. 2023. Available from: https://tidewatch.example/myths',
      ],
      newspaper: [
        '(1 p. 5)',
        '1. Virtanen A. Anchor found near broken pipeline. Northern Herald [Internet]. 2023 Oct 24;4. Available from: https://herald.example/anchor',
      ],
      unsigned: ['(1)', '1. Ship released after inspection. Northern Herald. 2023 Oct 26;A1.'],
      journal: [
        '(1 p. 5)',
        '1. Okafor CM, Lindqvist S. Insurance and the law of the sea. J Marit Policy. 2021;31(2):112–29.',
        'NLM sets a hyphen; the DOI is left out.',
      ],
      governmentReport: [
        '(1 p. 5)',
        '1. Department for Transport. Resilience of undersea infrastructure [Internet]. London: Department for Transport; 2022 Jul. Report No.: DfT 14/2022. Available from: https://dft.example/r14.pdf',
      ],
      thinkTankReport: [
        '(1 p. 5)',
        '1. Lindqvist S, Okafor CM, Park J. Grey zones: attribution at sea [Internet]. Oslo: Harbour Institute; 2024. Report No.: 7. Available from: https://harbour.example/p7',
      ],
      book: ['(1 p. 5)', '1. Okafor CM. Cables and empires. 2nd ed. Oxford: Meridian Press; 2019.'],
      editedBook: [
        '(1 p. 5)',
        '1. Lindqvist S, Park J, editors. A handbook of straits. Oxford: Meridian Press; 2018.',
      ],
      chapter: [
        '(1 p. 5)',
        '1. Park J. Who owns the seabed? In: Lindqvist S, editor. A handbook of straits. Oxford: Meridian Press; 2018. p. 41–67.',
        'NLM sets a hyphen between pages.',
      ],
      thesis: [
        '(1 p. 5)',
        '1. Park J. Sabotage in shallow water [PhD thesis]. [Oslo]: University of Oslo; 2020.',
      ],
      paper: [
        '(1 p. 5)',
        '1. Okafor CM, Park J. Locating cable faults by sound. In: Proceedings of the Ocean Sensing Conference. Sensing Society; 2021. p. 8–15.',
        'NLM sets a hyphen; the DOI is left out.',
      ],
      speech: [
        '(1)',
        '1. Lindqvist S. The sea is not a void. Speech presented at: Annual Lecture of the Harbour Institute; 2022 Nov 3; Oslo.',
      ],
      standard: [
        '(1 p. 5)',
        '1. International Organization for Standardization. Burial depth of submarine cables. ISO; 2020. Report No.: ISO 9999:2020.',
        'The number is a report’s.',
      ],
      regulation: ['(1)', '1. Cable Landing Licences. C.F.R. Sect. 1.767 2022.'],
    },
  },
  {
    style: 'oscola',
    manual: 'OSCOLA 4',
    sources: {
      webPage: [
        'Harbour Institute, ‘How Seabed Cables Are Repaired’ (9 May 2023) para 4 <https://harbour.example/cables> accessed 5 January 2024.',
        'Harbour Institute, ‘How Seabed Cables Are Repaired’ (9 May 2023) <https://harbour.example/cables> accessed 5 January 2024',
      ],
      blogPost: [
        'Sara Lindqvist, ‘Four Myths about Dark Fleets’ (*Tidewatch*, 2 November 2023) para 4 <https://tidewatch.example/myths>.',
        'Lindqvist S, ‘Four Myths about Dark Fleets’ (*Tidewatch*, 2 November 2023) <https://tidewatch.example/myths>',
      ],
      socialPost: [
        'Chidi Okafor, ‘We have found the anchor’ (*Mastodon*, 24 October 2023) <https://social.example/@okafor/17>.',
        'Okafor C, ‘We have found the anchor’ (*Mastodon*, 24 October 2023) <https://social.example/@okafor/17>',
      ],
      newspaper: [
        'Aino Virtanen, ‘Anchor Found near Broken Pipeline’ *Northern Herald* (24 October 2023) 4, 5 <https://herald.example/anchor>.',
        'Virtanen A, ‘Anchor Found near Broken Pipeline’ *Northern Herald* (24 October 2023) 4 <https://herald.example/anchor>',
      ],
      magazine: [
        'Chidi M Okafor, ‘The Long Repair’ [2022] *Strait Review* 22, 5.',
        'Okafor CM, ‘The Long Repair’ [2022] *Strait Review* 22',
      ],
      journal: [
        'Chidi M Okafor and Sara Lindqvist, ‘Insurance and the Law of the Sea’ (2021) 31 Journal of Maritime Policy 112, 5.',
        'Okafor CM and Lindqvist S, ‘Insurance and the Law of the Sea’ (2021) 31 Journal of Maritime Policy 112',
      ],
      governmentReport: [
        'Department for Transport, ‘Resilience of Undersea Infrastructure’ (Department for Transport 2022) DfT 14/2022 5 <https://dft.example/r14.pdf>.',
        'Department for Transport, ‘Resilience of Undersea Infrastructure’ (Department for Transport 2022) DfT 14/2022 <https://dft.example/r14.pdf>',
        'Titles of reports are italic, and a comma parts the page from the number.',
      ],
      thinkTankReport: [
        'Sara Lindqvist, Chidi M Okafor and Jiho Park, ‘Grey Zones: Attribution at Sea’ (Harbour Institute 2024) policy paper 7 5 <https://harbour.example/p7>.',
        'Lindqvist S, Okafor CM and Park J, ‘Grey Zones: Attribution at Sea’ (Harbour Institute 2024) policy paper 7 <https://harbour.example/p7>',
        'Titles of reports are italic, and a comma parts the page from the number.',
      ],
      book: [
        'Chidi M Okafor, *Cables and Empires* (2nd edn, Meridian Press 2019) 5.',
        'Okafor CM, *Cables and Empires* (2nd edn, Meridian Press 2019)',
      ],
      editedBook: [
        'Sara Lindqvist and Jiho Park (eds), *A Handbook of Straits* (Meridian Press 2018) 5.',
        'Lindqvist S and Park J (eds), *A Handbook of Straits* (Meridian Press 2018)',
      ],
      translatedBook: [
        'Lena Brandt, *The Quiet Sea* (Thomas Reid tr, Quay Books 2015) 5.',
        'Brandt L, *The Quiet Sea* (Thomas Reid tr, Quay Books 2015)',
      ],
      thesis: [
        'Jiho Park, ‘Sabotage in Shallow Water’ (PhD thesis, University of Oslo 2020) 5.',
        'Park J, ‘Sabotage in Shallow Water’ (PhD thesis, University of Oslo 2020)',
      ],
      ukAct: ['Marine Safety Act 2003 s 3.', 'Marine Safety Act 2003'],
      treaty: [
        'Convention for the Protection of Strait Cables (14 March 1984) 1833 UNTS 3, art 7.',
        'Convention for the Protection of Strait Cables (14 March 1984) 1833 UNTS 3',
      ],
      case: [
        '*Harbour Telegraph v Northern Line* (1971) 401 F2d 22 (DC Cir) 5.',
        '*Harbour Telegraph v Northern Line* (1971) 401 F2d 22 (DC Cir)',
        '4: a foreign case has its own form.',
      ],
      speech: [
        'Sara Lindqvist, ‘The Sea Is Not a Void’ (Annual Lecture of the Harbour Institute, Oslo, 3 November 2022).',
        'Lindqvist S, ‘The Sea Is Not a Void’ (Annual Lecture of the Harbour Institute, Oslo, 3 November 2022)',
      ],
      interview: [
        'Aino Virtanen, Interview with Chidi M Okafor, ‘We Listened for Hours’ (1 December 2023).',
        'Virtanen A, Interview with Chidi M Okafor, ‘We Listened for Hours’ (1 December 2023)',
      ],
      broadcast: [
        'Channel Nine, ‘The Repair Ship’, *World Tonight* (18 November 2023).',
        'Channel Nine, ‘The Repair Ship’, *World Tonight* (18 November 2023)',
      ],
      letter: [
        'Aino Virtanen to Thomas Reid, ‘Letter on the Anchor’ (6 November 2023).',
        'Virtanen A to Thomas Reid, ‘Letter on the Anchor’ (6 November 2023)',
      ],
      standard: [
        'International Organization for Standardization, ‘Burial Depth of Submarine Cables’ (ISO 2020) ISO 9999:2020 5.',
        'International Organization for Standardization, ‘Burial Depth of Submarine Cables’ (ISO 2020) ISO 9999:2020',
        'Titles of standards are not covered.',
      ],
    },
  },
  {
    style: 'turabian-fullnote-bibliography-no-ibid',
    manual: 'Turabian 8, notes',
    sources: {
      webPage: [
        'Harbour Institute, “How Seabed Cables Are Repaired,” para. 4, last modified May 9, 2023, accessed January 5, 2024, https://harbour.example/cables.',
        'Harbour Institute. “How Seabed Cables Are Repaired.” Last modified May 9, 2023. Accessed January 5, 2024. https://harbour.example/cables.',
      ],
      newspaper: [
        'Aino Virtanen, “Anchor Found near Broken Pipeline,” *Northern Herald*, October 24, 2023, 5, https://herald.example/anchor.',
        'Virtanen, Aino. “Anchor Found near Broken Pipeline.” *Northern Herald*, October 24, 2023. https://herald.example/anchor.',
      ],
      unsigned: [
        '“Ship Released after Inspection,” *Northern Herald*, October 26, 2023.',
        '“Ship Released after Inspection.” *Northern Herald*, October 26, 2023.',
      ],
      magazine: [
        'Chidi M. Okafor, “The Long Repair,” *Strait Review*, August 2022, 5.',
        'Okafor, Chidi M. “The Long Repair.” *Strait Review*, August 2022.',
      ],
      journal: [
        'Chidi M. Okafor and Sara Lindqvist, “Insurance and the Law of the Sea,” *Journal of Maritime Policy* 31, no. 2 (2021): 5.',
        'Okafor, Chidi M., and Sara Lindqvist. “Insurance and the Law of the Sea.” *Journal of Maritime Policy* 31, no. 2 (2021): 112–129.',
        'Pages are 112–29 in the manual, and the DOI follows.',
      ],
      governmentReport: [
        'Department for Transport, *Resilience of Undersea Infrastructure* (London: Department for Transport, July 2022), 5, https://dft.example/r14.pdf.',
        'Department for Transport. *Resilience of Undersea Infrastructure*. London: Department for Transport, July 2022. https://dft.example/r14.pdf.',
        'The number is left out.',
      ],
      thinkTankReport: [
        'Sara Lindqvist, Chidi M. Okafor, and Jiho Park, *Grey Zones: Attribution at Sea*, policy paper (Oslo: Harbour Institute, 2024), 5, https://harbour.example/p7.',
        'Lindqvist, Sara, Chidi M. Okafor, and Jiho Park. *Grey Zones: Attribution at Sea*. Policy paper. Oslo: Harbour Institute, 2024. https://harbour.example/p7.',
        'The number is left out.',
      ],
      book: [
        'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019), 5.',
        'Okafor, Chidi M. *Cables and Empires*. 2nd ed. Oxford: Meridian Press, 2019.',
      ],
      editedBook: [
        'Sara Lindqvist and Jiho Park, eds., *A Handbook of Straits* (Oxford: Meridian Press, 2018), 5.',
        'Lindqvist, Sara, and Jiho Park, eds. *A Handbook of Straits*. Oxford: Meridian Press, 2018.',
      ],
      translatedBook: [
        'Lena Brandt, *The Quiet Sea*, trans. Thomas Reid (New York: Quay Books, 2015), 5.',
        'Brandt, Lena. *The Quiet Sea*. Translated by Thomas Reid. New York: Quay Books, 2015.',
      ],
      chapter: [
        'Jiho Park, “Who Owns the Seabed?,” in *A Handbook of Straits*, ed. Sara Lindqvist (Oxford: Meridian Press, 2018), 5.',
        'Park, Jiho. “Who Owns the Seabed?” In *A Handbook of Straits*, edited by Sara Lindqvist, 41–67. Oxford: Meridian Press, 2018.',
      ],
      thesis: [
        'Jiho Park, “Sabotage in Shallow Water” (PhD thesis, University of Oslo, 2020), 5.',
        'Park, Jiho. “Sabotage in Shallow Water.” PhD thesis, University of Oslo, 2020.',
      ],
      interview: [
        'Chidi M. Okafor, “We Listened for Hours,” interview by Aino Virtanen, *Northern Herald*, December 1, 2023.',
        'Okafor, Chidi M. “We Listened for Hours.” Interview by Aino Virtanen. *Northern Herald*, December 1, 2023.',
      ],
      case: [
        '*Harbour Telegraph v. Northern Line*, 401 F.2d 22, 5 (D.C. Cir. 1971).',
        '*Harbour Telegraph v. Northern Line*, 401 F.2d 22 (D.C. Cir. 1971).',
        'Case names are upright in full notes.',
      ],
      treaty: [
        '*Convention for the Protection of Strait Cables*, *UNTS*, vol. 1833, 1984, art. 7.',
        '*Convention for the Protection of Strait Cables*. *UNTS*. Vol. 1833, 1984.',
        'Set as a statute, with the year alone and no page.',
      ],
      map: [
        'Hydrographic Office, *Cables of the Northern Straits* (Taunton: Hydrographic Office, 2017).',
        'Hydrographic Office. *Cables of the Northern Straits*. Taunton: Hydrographic Office, 2017.',
      ],
    },
  },
  {
    style: 'briefing-endnotes',
    manual: 'Briefing endnotes, a style of our own',
    sources: {
      webPage: [
        'Harbour Institute, “How seabed cables are repaired,” May 9, 2023, para. 4, https://harbour.example/cables.',
        'Harbour Institute. “How seabed cables are repaired,” May 9, 2023, https://harbour.example/cables.',
      ],
      undatedPage: [
        'Cable Registry, “About the register,” accessed January 5, 2024, https://registry.example/about.',
        'Cable Registry. “About the register,” accessed January 5, 2024, https://registry.example/about.',
      ],
      pressRelease: [
        'Ministry of Defence, “Ministers agree on cable patrols,” press release, February 14, 2024, https://mod.example/patrols.',
        'Ministry of Defence. “Ministers agree on cable patrols,” press release, February 14, 2024, https://mod.example/patrols.',
      ],
      socialPost: [
        'Chidi Okafor, “We have found the anchor,” post, Mastodon, October 24, 2023, https://social.example/@okafor/17.',
        'Okafor, Chidi. “We have found the anchor,” post, Mastodon, October 24, 2023, https://social.example/@okafor/17.',
      ],
      newspaper: [
        'Aino Virtanen, “Anchor found near broken pipeline,” *Northern Herald*, October 24, 2023, p. 5, https://herald.example/anchor.',
        'Virtanen, Aino. “Anchor found near broken pipeline,” *Northern Herald*, October 24, 2023, https://herald.example/anchor.',
      ],
      unsigned: [
        '“Ship released after inspection,” *Northern Herald*, October 26, 2023.',
        '“Ship released after inspection,” *Northern Herald*, October 26, 2023.',
      ],
      journal: [
        'Chidi M. Okafor and Sara Lindqvist, “Insurance and the law of the sea,” *Journal of Maritime Policy*, vol. 31, no. 2, 2021, p. 5, https://doi.org/10.5555/jmp.2021.112.',
        'Okafor, Chidi M. and Sara Lindqvist. “Insurance and the law of the sea,” *Journal of Maritime Policy*, vol. 31, no. 2, 2021, pp. 112–129, https://doi.org/10.5555/jmp.2021.112.',
      ],
      governmentReport: [
        'Department for Transport, *Resilience of undersea infrastructure*, DfT 14/2022, July 2022, p. 5, https://dft.example/r14.pdf.',
        'Department for Transport. *Resilience of undersea infrastructure*, DfT 14/2022, July 2022, https://dft.example/r14.pdf.',
      ],
      thinkTankReport: [
        'Sara Lindqvist, Chidi M. Okafor and Jiho Park, *Grey zones: attribution at sea*, policy paper 7, Harbour Institute, 2024, p. 5, https://harbour.example/p7.',
        'Lindqvist, Sara, Chidi M. Okafor and Jiho Park. *Grey zones: attribution at sea*, policy paper 7, Harbour Institute, 2024, https://harbour.example/p7.',
      ],
      book: [
        'Chidi M. Okafor, *Cables and empires*, 2nd ed., Meridian Press, 2019, p. 5.',
        'Okafor, Chidi M. *Cables and empires*, 2nd ed., Meridian Press, 2019.',
      ],
      editedBook: [
        'Sara Lindqvist and Jiho Park (eds.), *A handbook of straits*, Meridian Press, 2018, p. 5.',
        'Lindqvist, Sara and Jiho Park (eds.). *A handbook of straits*, Meridian Press, 2018.',
      ],
      translatedBook: [
        'Lena Brandt, *The quiet sea*, trans. by Thomas Reid, Quay Books, 2015, p. 5.',
        'Brandt, Lena. *The quiet sea*, trans. by Thomas Reid, Quay Books, 2015.',
      ],
      chapter: [
        'Jiho Park, “Who owns the seabed?,” in *A handbook of straits*, ed. by Sara Lindqvist, Meridian Press, 2018, p. 5.',
        'Park, Jiho. “Who owns the seabed?,” in *A handbook of straits*, ed. by Sara Lindqvist, Meridian Press, 2018, pp. 41–67.',
      ],
      paper: [
        'Chidi M. Okafor and Jiho Park, “Locating cable faults by sound,” in *Proceedings of the Ocean Sensing Conference*, Bergen, Sensing Society, September 2021, p. 5, https://doi.org/10.5555/osc.8.',
        'Okafor, Chidi M. and Jiho Park. “Locating cable faults by sound,” in *Proceedings of the Ocean Sensing Conference*, Bergen, Sensing Society, September 2021, pp. 8–15, https://doi.org/10.5555/osc.8.',
      ],
      act: ['Submarine Cables Act, 47 U.S.C. § 21, 1888.', 'Submarine Cables Act, 47 U.S.C. § 21, 1888.'],
      treaty: [
        'Convention for the Protection of Strait Cables, 1833 UNTS 3, March 14, 1984, art. 7.',
        'Convention for the Protection of Strait Cables, 1833 UNTS 3, March 14, 1984.',
      ],
      hearing: [
        'Threats to undersea infrastructure, Senate Committee on Commerce, June 8, 2023, p. 5.',
        'Threats to undersea infrastructure, Senate Committee on Commerce, June 8, 2023.',
      ],
      case: [
        '*Harbour Telegraph v. Northern Line*, 401 F.2d 22, D.C. Cir., 1971, p. 5.',
        '*Harbour Telegraph v. Northern Line*, 401 F.2d 22, D.C. Cir., 1971.',
      ],
      speech: [
        'Sara Lindqvist, “The sea is not a void,” speech, Annual Lecture of the Harbour Institute, Oslo, November 3, 2022.',
        'Lindqvist, Sara. “The sea is not a void,” speech, Annual Lecture of the Harbour Institute, Oslo, November 3, 2022.',
      ],
      interview: [
        'Chidi M. Okafor, “We listened for hours,” interview by Aino Virtanen, Northern Herald, December 1, 2023.',
        'Okafor, Chidi M. “We listened for hours,” interview by Aino Virtanen, Northern Herald, December 1, 2023.',
      ],
      podcast: [
        'Aino Virtanen, “Deep signals,” *Coastlines*, no. 48, podcast, Northern Herald, January 12, 2024, at 03:15, https://coastlines.example/48.',
        'Virtanen, Aino. “Deep signals,” *Coastlines*, no. 48, podcast, Northern Herald, January 12, 2024, https://coastlines.example/48.',
      ],
      dataset: [
        'Harbour Institute, *Cable faults, 1990-2022*, version 2.1, Oslo Data Archive, 2023, tbl. 2, https://doi.org/10.5555/oda.faults.',
        'Harbour Institute. *Cable faults, 1990-2022*, version 2.1, Oslo Data Archive, 2023, https://doi.org/10.5555/oda.faults.',
      ],
      letter: [
        'Aino Virtanen, “Letter on the anchor,” personal communication to Thomas Reid, November 6, 2023.',
        'Virtanen, Aino. “Letter on the anchor,” personal communication to Thomas Reid, November 6, 2023.',
      ],
      standard: [
        'International Organization for Standardization, *Burial depth of submarine cables*, ISO 9999:2020, ISO, 2020, p. 5.',
        'International Organization for Standardization. *Burial depth of submarine cables*, ISO 9999:2020, ISO, 2020.',
      ],
      map: [
        'Hydrographic Office, *Cables of the northern straits*, 2017.',
        'Hydrographic Office. *Cables of the northern straits*, 2017.',
      ],
    },
  },
];
