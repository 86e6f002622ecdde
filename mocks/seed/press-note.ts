/** What the press release of the day tells, in notes: the demo holds facts of its sources, not their texts. */
export const pressNote = `Note on the press release of 4 February 2008
(LifeScience Corridor France, in French: the first partnership agreement, with the Kansai Bio Promotion Council)

When and where   4 February 2008, 10:45 local time, Osaka (02:45 in Paris)
Between          Life Science Corridor France: Cancer-Bio-Santé, Lyonbiopôle, Alsace BioValley
                 Kansai Bio Promotion Council, for the nine prefectures of Kansai
Negotiated by    Cancer-Bio-Santé, for the three
Present          Nicolas Carboni, general manager of Alsace BioValley
                 Bruno Bombarde, president of bioMérieux Japan, for Lyonbiopôle
                 Jean-Pierre Saintouil, general manager of Cancer-Bio-Santé
                 Masahiro Nadamoto, president of the Kansai Bio Promotion Council
                 Luc Rousseau, director general for enterprises
                 Alain Griot, head of the office for technology partnerships, DGE
Organised by     Osaka Chamber of Commerce and Industry, clusters of Osaka and of Kobe
Period           2008-2010
Actions          1. joint programmes in research, marketing or sales, and finance
                 2. translational research and intellectual property
                 3. seminars in France and in Japan
                 4. joint presence at international events
First use        Bio-Japan, Yokohama, 15-17 October 2008: B2B meetings
What is next     San Diego and Boston in June 2008; Canada during 2008
Press contact    Alexandra Foissac, VICBIOSTART, Toulouse
`
