<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message numerus="yes">
        <source>({n} characters)</source>
        <translation>
            <numerusform>({n} character)</numerusform>
            <numerusform>({n} characters)</numerusform>
        </translation>
    </message>
    <message>
        <source>--by-kind says what is written with --csv FILE.</source>
        <translation>--by-kind says what is written with --csv FILE.</translation>
    </message>
    <message>
        <source>--names takes two different names, such as “Anna,Boris”.</source>
        <translation>--names takes two different names, such as “Anna,Boris”.</translation>
    </message>
    <message>
        <source>--pseudonyms says how to mask: say what with --mask, e.g. --mask all.</source>
        <translation>--pseudonyms says how to mask: say what with --mask, e.g. --mask all.</translation>
    </message>
    <message>
        <source>1 would mean that every fault is more suspect to it than any place that is none</source>
        <translation>1 would mean that every fault is more suspect to it than any place that is none</translation>
    </message>
    <message>
        <source>A codebook has {limit} topics at most.</source>
        <translation>A codebook has {limit} topics at most.</translation>
    </message>
    <message>
        <source>A digit tags with what was used last.</source>
        <translation>A digit tags with what was used last.</translation>
    </message>
    <message>
        <source>A file for one transcript, a folder for several</source>
        <translation>A file for one transcript, a folder for several</translation>
    </message>
    <message>
        <source>A file needs a name. Write for example {example}.</source>
        <translation>A file needs a name. Write for example {example}.</translation>
    </message>
    <message>
        <source>A finding says how sure it is. When you often dismiss what is called sure, or accept what is not, its kind is believed less or more in this project: one number a kind, from your decisions alone. A few decisions change little. Which of two findings of a kind is surer stays the same.</source>
        <translation>A finding says how sure it is. When you often dismiss what is called sure, or accept what is not, its kind is believed less or more in this project: one number a kind, from your decisions alone. A few decisions change little. Which of two findings of a kind is surer stays the same.</translation>
    </message>
    <message>
        <source>A first name that is no other word</source>
        <translation>A first name that is no other word</translation>
    </message>
    <message>
        <source>A keyword rule has {limit} characters at most.</source>
        <translation>A keyword rule has {limit} characters at most.</translation>
    </message>
    <message>
        <source>A keyword rule has {limit} words at most.</source>
        <translation>A keyword rule has {limit} words at most.</translation>
    </message>
    <message>
        <source>A label without a time: left out.</source>
        <translation>A label without a time: left out.</translation>
    </message>
    <message>
        <source>A long silence lies between them: it may have been said again</source>
        <translation>A long silence lies between them: it may have been said again</translation>
    </message>
    <message>
        <source>A name has {limit} characters at most.</source>
        <translation>A name has {limit} characters at most.</translation>
    </message>
    <message>
        <source>A name with a patronymic, a surname, or words that announce it</source>
        <translation>A name with a patronymic, a surname, or words that announce it</translation>
    </message>
    <message>
        <source>A new project is made that holds all of both. The two stay as they are. Calls that two people have worked on are kept in both versions, with the reviewer's name; compare them with Review → Compare two versions.</source>
        <translation>A new project is made that holds all of both. The two stay as they are. Calls that two people have worked on are kept in both versions, with the reviewer's name; compare them with Review → Compare two versions.</translation>
    </message>
    <message>
        <source>A phrase has at least one word.</source>
        <translation>A phrase has at least one word.</translation>
    </message>
    <message numerus="yes">
        <source>A phrase has {n} words at most.</source>
        <translation>
            <numerusform>A phrase has {n} word at most.</numerusform>
            <numerusform>A phrase has {n} words at most.</numerusform>
        </translation>
    </message>
    <message>
        <source>A phrase whose repeats are fine; can be given several times</source>
        <translation>A phrase whose repeats are fine; can be given several times</translation>
    </message>
    <message>
        <source>A phrase, as it is said</source>
        <translation>A phrase, as it is said</translation>
    </message>
    <message>
        <source>A role or a name</source>
        <translation>A role or a name</translation>
    </message>
    <message>
        <source>A rule and its set need a name.</source>
        <translation>A rule and its set need a name.</translation>
    </message>
    <message>
        <source>A sentence ends after “{word}”</source>
        <translation>A sentence ends after “{word}”</translation>
    </message>
    <message>
        <source>A series of 4 digits and a number of 6</source>
        <translation>A series of 4 digits and a number of 6</translation>
    </message>
    <message>
        <source>A speaker is merged with another one.</source>
        <translation>A speaker is merged with another one.</translation>
    </message>
    <message>
        <source>A speaker needs an id, such as {example}.</source>
        <translation>A speaker needs an id, such as {example}.</translation>
    </message>
    <message numerus="yes">
        <source>A task has {n} annotations: the first was read.</source>
        <translation>
            <numerusform>A task has {n} annotation: it was read.</numerusform>
            <numerusform>A task has {n} annotations: the first was read.</numerusform>
        </translation>
    </message>
    <message>
        <source>A template of your own</source>
        <translation>A template of your own</translation>
    </message>
    <message>
        <source>A template of your own, which the file is made of</source>
        <translation>A template of your own, which the file is made of</translation>
    </message>
    <message>
        <source>A text has {limit} characters at most.</source>
        <translation>A text has {limit} characters at most.</translation>
    </message>
    <message>
        <source>A topic has {limit} keyword rules at most.</source>
        <translation>A topic has {limit} keyword rules at most.</translation>
    </message>
    <message>
        <source>A topic is an object with a name, and its parts are a list.</source>
        <translation>A topic is an object with a name, and its parts are a list.</translation>
    </message>
    <message>
        <source>A topic needs a name.</source>
        <translation>A topic needs a name.</translation>
    </message>
    <message>
        <source>A transcript is added or removed as a whole.</source>
        <translation>A transcript is added or removed as a whole.</translation>
    </message>
    <message>
        <source>A transcript needs a name.</source>
        <translation>A transcript needs a name.</translation>
    </message>
    <message>
        <source>A turn cannot be empty. Hide it instead.</source>
        <translation>A turn cannot be empty. Hide it instead.</translation>
    </message>
    <message>
        <source>A turn hardly begins with “{word}”</source>
        <translation>A turn hardly begins with “{word}”</translation>
    </message>
    <message>
        <source>A turn hardly ends on “{word}”</source>
        <translation>A turn hardly ends on “{word}”</translation>
    </message>
    <message>
        <source>A turn seldom begins with “{word}”</source>
        <translation>A turn seldom begins with “{word}”</translation>
    </message>
    <message>
        <source>A turn seldom ends on “{word}”</source>
        <translation>A turn seldom ends on “{word}”</translation>
    </message>
    <message numerus="yes">
        <source>A whole call with {n} turns.</source>
        <translation>
            <numerusform>A whole call with {n} turn.</numerusform>
            <numerusform>A whole call with {n} turns.</numerusform>
        </translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>About annotator</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>About the file</translation>
    </message>
    <message>
        <source>Accept all like this</source>
        <translation>Accept all like this</translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation>Accept all like this…</translation>
    </message>
    <message>
        <source>Accept the alternative</source>
        <translation>Accept the alternative</translation>
    </message>
    <message>
        <source>Accept the proposed fix</source>
        <translation>Accept the proposed fix</translation>
    </message>
    <message>
        <source>Accept the second place</source>
        <translation>Accept the second place</translation>
    </message>
    <message>
        <source>Accept the third place</source>
        <translation>Accept the third place</translation>
    </message>
    <message numerus="yes">
        <source>Accept {n} findings</source>
        <translation>
            <numerusform>Accept {n} finding</numerusform>
            <numerusform>Accept {n} findings</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Add a key</translation>
    </message>
    <message>
        <source>Add a topic to the codebook</source>
        <translation>Add a topic to the codebook</translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation>Add speaker</translation>
    </message>
    <message>
        <source>Add speaker {speaker}</source>
        <translation>Add speaker {speaker}</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Add topic</translation>
    </message>
    <message>
        <source>Add topic {name}</source>
        <translation>Add topic {name}</translation>
    </message>
    <message>
        <source>Add transcripts to a project, which is made if it is not there</source>
        <translation>Add transcripts to a project, which is made if it is not there</translation>
    </message>
    <message>
        <source>Add “{word}” to the project's dictionary</source>
        <translation>Add “{word}” to the project's dictionary</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Against now</source>
        <translation>Against now</translation>
    </message>
    <message>
        <source>Agent side</source>
        <translation>Agent side</translation>
    </message>
    <message>
        <source>All but this kind; can be given several times</source>
        <translation>All but this kind; can be given several times</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>All calls</translation>
    </message>
    <message>
        <source>All calls of this project are done.</source>
        <translation>All calls of this project are done.</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>All defaults</translation>
    </message>
    <message>
        <source>All disagreements are decided.</source>
        <translation>All disagreements are decided.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>All findings of this call are decided.</source>
        <translation>All findings of this call are decided.</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>All of it, as it is: undo, drafts, settings and what was learned. The project takes {size} now.</source>
        <translation>All of it, as it is: undo, drafts, settings and what was learned. The project takes {size} now.</translation>
    </message>
    <message>
        <source>All rules look at the words as they are now. Where two want the same words, the upper rule has them.</source>
        <translation>All rules look at the words as they are now. Where two want the same words, the upper rule has them.</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>All speakers</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>All topics</translation>
    </message>
    <message>
        <source>All turns</source>
        <translation>All turns</translation>
    </message>
    <message>
        <source>All words of the turn would go. Merge the turns instead.</source>
        <translation>All words of the turn would go. Merge the turns instead.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} calls of the project, into a folder</source>
        <translation>
            <numerusform>The {n} call of the project, into a folder</numerusform>
            <numerusform>All {n} calls of the project, into a folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All: {n}</source>
        <translation>
            <numerusform>All: {n}</numerusform>
            <numerusform>All: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a repeat</source>
        <translation>Allow a repeat</translation>
    </message>
    <message>
        <source>Allowed repeats</source>
        <translation>Allowed repeats</translation>
    </message>
    <message>
        <source>Allowed repeats added</source>
        <translation>Allowed repeats added</translation>
    </message>
    <message>
        <source>Allowed repeats…</source>
        <translation>Allowed repeats…</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>Also turns that are not marked as reviewed</source>
        <translation>Also turns that are not marked as reviewed</translation>
    </message>
    <message>
        <source>Alt with Shift switches the layout on many computers.</source>
        <translation>Alt with Shift switches the layout on many computers.</translation>
    </message>
    <message>
        <source>Amazon Transcribe</source>
        <translation>Amazon Transcribe</translation>
    </message>
    <message>
        <source>An address with a mailbox and a domain</source>
        <translation>An address with a mailbox and a domain</translation>
    </message>
    <message>
        <source>Another person may begin here: “{left} | {right}”</source>
        <translation>Another person may begin here: “{left} | {right}”</translation>
    </message>
    <message>
        <source>Another program has changed the project; this is how it is now.</source>
        <translation>Another program has changed the project; this is how it is now.</translation>
    </message>
    <message>
        <source>Another program has changed {path}. Nothing was changed here; open the project again.</source>
        <translation>Another program has changed {path}. Nothing was changed here; open the project again.</translation>
    </message>
    <message>
        <source>Another program is using {path}. Nothing was changed; try again later.</source>
        <translation>Another program is using {path}. Nothing was changed; try again later.</translation>
    </message>
    <message>
        <source>Another project…</source>
        <translation>Another project…</translation>
    </message>
    <message>
        <source>Any word form</source>
        <translation>Any word form</translation>
    </message>
    <message>
        <source>Apply fixes of at least this confidence, 0 to 1 (default: 0.9)</source>
        <translation>Apply fixes of at least this confidence, 0 to 1 (default: 0.9)</translation>
    </message>
    <message>
        <source>Apply the fixes that are sure and write the repaired transcript</source>
        <translation>Apply the fixes that are sure and write the repaired transcript</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>As CSV</translation>
    </message>
    <message>
        <source>As each detector recommends</source>
        <translation>As each detector recommends</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>As text</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>As typed</translation>
    </message>
    <message>
        <source>AssemblyAI</source>
        <translation>AssemblyAI</translation>
    </message>
    <message>
        <source>At the very start or end: join with the turn there</source>
        <translation>At the very start or end: join with the turn there</translation>
    </message>
    <message>
        <source>Azure Speech</source>
        <translation>Azure Speech</translation>
    </message>
    <message>
        <source>BBC Kaldi JSON</source>
        <translation>BBC Kaldi JSON</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Back to the table</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Backups of another project</source>
        <translation>Backups of another project</translation>
    </message>
    <message>
        <source>Begin the gold version of {name}</source>
        <translation>Begin the gold version of {name}</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Begin with</translation>
    </message>
    <message>
        <source>Beside it are copies that a conflict has left: {names}. Open them to see what they hold.</source>
        <translation>Beside it are copies that a conflict has left: {names}. Open them to see what they hold.</translation>
    </message>
    <message numerus="yes">
        <source>Beside the turns of {extra} {n} times {other} speaks, {times} times {person}</source>
        <translation>
            <numerusform>Beside the turns of {extra}, {other} speaks {n} time and {person} {times}</numerusform>
            <numerusform>Beside the turns of {extra} {n} times {other} speaks, {times} times {person}</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks with comments</source>
        <translation>Blocks with comments</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bookmark</translation>
    </message>
    <message numerus="yes">
        <source>Bookmark {n} turns</source>
        <translation>
            <numerusform>Bookmark {n} turn</numerusform>
            <numerusform>Bookmark {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Bookmarked</translation>
    </message>
    <message>
        <source>Both are the same project. Choose another one to merge with.</source>
        <translation>Both are the same project. Choose another one to merge with.</translation>
    </message>
    <message>
        <source>Bring the call back to as it was imported</source>
        <translation>Bring the call back to as it was imported</translation>
    </message>
    <message>
        <source>Bring the call back to here</source>
        <translation>Bring the call back to here</translation>
    </message>
    <message>
        <source>Build in the folder</source>
        <translation>Build in the folder</translation>
    </message>
    <message>
        <source>Build nevertheless; the card of the set says how many are open</source>
        <translation>Build nevertheless; the card of the set says how many are open</translation>
    </message>
    <message>
        <source>Build training set</source>
        <translation>Build training set</translation>
    </message>
    <message>
        <source>Build training sets of the reviewed calls of a project</source>
        <translation>Build training sets of the reviewed calls of a project</translation>
    </message>
    <message>
        <source>Build training set…</source>
        <translation>Build training set…</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Build…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>By kind of finding</source>
        <translation>By kind of finding</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>By order</translation>
    </message>
    <message>
        <source>By the times of the turns nobody could have said this twice</source>
        <translation>By the times of the turns nobody could have said this twice</translation>
    </message>
    <message>
        <source>By the turns around it, the speaker is wrong in {percent} of 100 cases</source>
        <translation>By the turns around it, the speaker is wrong in {percent} of 100 cases</translation>
    </message>
    <message>
        <source>By the words around it, a sentence ends here in {percent} of 100 cases</source>
        <translation>By the words around it, a sentence ends here in {percent} of 100 cases</translation>
    </message>
    <message>
        <source>By the words around it, the speaker changes here in {percent} of 100 cases</source>
        <translation>By the words around it, the speaker changes here in {percent} of 100 cases</translation>
    </message>
    <message>
        <source>CER</source>
        <translation>CER</translation>
    </message>
    <message>
        <source>CHAT for CLAN</source>
        <translation>CHAT for CLAN</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CODE</translation>
    </message>
    <message>
        <source>COLUMNS</source>
        <translation>COLUMNS</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>CTM, words with their times for scoring</source>
        <translation>CTM, words with their times for scoring</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Call is done, next call</source>
        <translation>Call is done, next call</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Calls can still be brought back to what they were from that day on.</source>
        <translation>Calls can still be brought back to what they were from that day on.</translation>
    </message>
    <message>
        <source>Calls of the project</source>
        <translation>Calls of the project</translation>
    </message>
    <message>
        <source>Calls with the most errors in the source</source>
        <translation>Calls with the most errors in the source</translation>
    </message>
    <message>
        <source>Calls {one} and {other} do not come from the same file.</source>
        <translation>Calls {one} and {other} do not come from the same file.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Cancel the search</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelled; nothing was written.</translation>
    </message>
    <message>
        <source>Captions (SAMI)</source>
        <translation>Captions (SAMI)</translation>
    </message>
    <message>
        <source>Captions of YouTube (SBV)</source>
        <translation>Captions of YouTube (SBV)</translation>
    </message>
    <message>
        <source>Captions with voices (WebVTT)</source>
        <translation>Captions with voices (WebVTT)</translation>
    </message>
    <message>
        <source>Card code</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Card number</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Carried</translation>
    </message>
    <message>
        <source>Carried words</source>
        <translation>Carried words</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Change keys</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Change keys…</translation>
    </message>
    <message>
        <source>Change several calls</source>
        <translation>Change several calls</translation>
    </message>
    <message>
        <source>Change the speaker: colour, order, merge, remove</source>
        <translation>Change the speaker: colour, order, merge, remove</translation>
    </message>
    <message>
        <source>Change topic {name}</source>
        <translation>Change topic {name}</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Changed by you</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Changing the project</source>
        <translation>Changing the project</translation>
    </message>
    <message>
        <source>Characters {first} to {last} of {total}. Page Down and Page Up go on at the ends.</source>
        <translation>Characters {first} to {last} of {total}. Page Down and Page Up go on at the ends.</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Check all</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>Check none</translation>
    </message>
    <message>
        <source>Check the calls, and count what is found</source>
        <translation>Check the calls, and count what is found</translation>
    </message>
    <message>
        <source>Check the calls, to say how many findings are left to decide</source>
        <translation>Check the calls, to say how many findings are left to decide</translation>
    </message>
    <message>
        <source>Checked findings are repaired as one step, which you can undo.</source>
        <translation>Checked findings are repaired as one step, which you can undo.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Checking the calls</source>
        <translation>Checking the calls</translation>
    </message>
    <message>
        <source>Checking this call…</source>
        <translation>Checking this call…</translation>
    </message>
    <message>
        <source>Choose a format to see what it makes of the file. The call as it is now is replaced; undo brings it back.</source>
        <translation>Choose a format to see what it makes of the file. The call as it is now is replaced; undo brings it back.</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Choose columns…</translation>
    </message>
    <message>
        <source>Choose the column with the words.</source>
        <translation>Choose the column with the words.</translation>
    </message>
    <message>
        <source>Choose the role…</source>
        <translation>Choose the role…</translation>
    </message>
    <message>
        <source>Clear sign</source>
        <translation>Clear sign</translation>
    </message>
    <message>
        <source>Client side</source>
        <translation>Client side</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Close project</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codebooks</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation>Colour of the topic</translation>
    </message>
    <message>
        <source>Colour of {speaker}</source>
        <translation>Colour of {speaker}</translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation>Colour {code}</translation>
    </message>
    <message>
        <source>Colour, definition and keywords are texts.</source>
        <translation>Colour, definition and keywords are texts.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Columns of the table</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Command palette…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Comment on this turn:</source>
        <translation>Comment on this turn:</translation>
    </message>
    <message>
        <source>Comment on turn {number}</source>
        <translation>Comment on turn {number}</translation>
    </message>
    <message>
        <source>Comment: {text}</source>
        <translation>Comment: {text}</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Comment…</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Commit and edit the next turn</source>
        <translation>Commit and edit the next turn</translation>
    </message>
    <message>
        <source>Commit and edit the previous turn</source>
        <translation>Commit and edit the previous turn</translation>
    </message>
    <message>
        <source>Compare all the same</source>
        <translation>Compare all the same</translation>
    </message>
    <message>
        <source>Compare and restore…</source>
        <translation>Compare and restore…</translation>
    </message>
    <message>
        <source>Compare two versions</source>
        <translation>Compare two versions</translation>
    </message>
    <message>
        <source>Compare two versions…</source>
        <translation>Compare two versions…</translation>
    </message>
    <message>
        <source>Compare {name} with:</source>
        <translation>Compare {name} with:</translation>
    </message>
    <message>
        <source>Comparing two versions</source>
        <translation>Comparing two versions</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>Copied. It holds no words, names or paths.</source>
        <translation>Copied. It holds no words, names or paths.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Copying the project</source>
        <translation>Copying the project</translation>
    </message>
    <message>
        <source>Correct confidences by my decisions</source>
        <translation>Correct confidences by my decisions</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls.</source>
        <translation>Correct, tag and export transcripts of two-party calls.</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or the project given; a file that is called like a command is given as ./check.</source>
        <translation>Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or the project given; a file that is called like a command is given as ./check.</translation>
    </message>
    <message>
        <source>Correction: imported and corrected text</source>
        <translation>Correction: imported and corrected text</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Count what was found, decided and changed in the calls of a project</source>
        <translation>Count what was found, decided and changed in the calls of a project</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>Counting {done} of {total} calls</source>
        <translation>Counting {done} of {total} calls</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Cues of another language: the first one is read.</source>
        <translation>Cues of another language: the first one is read.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Cut sentence</source>
        <translation>Cut sentence</translation>
    </message>
    <message>
        <source>DAMAGED</source>
        <translation>DAMAGED</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>DIR</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Decide a place otherwise than both versions</source>
        <translation>Decide a place otherwise than both versions</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Decisions so far no longer count; they stay as they are.</source>
        <translation>Decisions so far no longer count; they stay as they are.</translation>
    </message>
    <message>
        <source>Decisions: kappa {kappa}</source>
        <translation>Decisions: kappa {kappa}</translation>
    </message>
    <message>
        <source>Deepgram</source>
        <translation>Deepgram</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>Delete history</translation>
    </message>
    <message>
        <source>Delete history…</source>
        <translation>Delete history…</translation>
    </message>
    <message numerus="yes">
        <source>Delete the rule set {name} with {n} rules? This cannot be undone.</source>
        <translation>
            <numerusform>Delete the rule set {name} with {n} rule? This cannot be undone.</numerusform>
            <numerusform>Delete the rule set {name} with {n} rules? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the {n} backups</source>
        <translation>
            <numerusform>Delete the {n} backup</numerusform>
            <numerusform>Delete the {n} backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the {n} backups of this project too: they hold its history</source>
        <translation>
            <numerusform>Delete the {n} backup of this project too: it holds its history</numerusform>
            <numerusform>Delete the {n} backups of this project too: they hold its history</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what is older than this day</source>
        <translation>Delete what is older than this day</translation>
    </message>
    <message>
        <source>Deleting backups</source>
        <translation>Deleting backups</translation>
    </message>
    <message>
        <source>Deleting history</source>
        <translation>Deleting history</translation>
    </message>
    <message>
        <source>Details, without words of a call, are in {log}</source>
        <translation>Details, without words of a call, are in {log}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Different speakers</source>
        <translation>Different speakers</translation>
    </message>
    <message>
        <source>Differs from the source</source>
        <translation>Differs from the source</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Discard drafts</source>
        <translation>Discard drafts</translation>
    </message>
    <message>
        <source>Discard what I typed</source>
        <translation>Discard what I typed</translation>
    </message>
    <message>
        <source>Disfluency</source>
        <translation>Disfluency</translation>
    </message>
    <message>
        <source>Dismiss a finding</source>
        <translation>Dismiss a finding</translation>
    </message>
    <message>
        <source>Dismiss: fine as it is</source>
        <translation>Dismiss: fine as it is</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>Do again up to here</source>
        <translation>Do again up to here</translation>
    </message>
    <message>
        <source>Do not ask again until annotator is closed</source>
        <translation>Do not ask again until annotator is closed</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Document to read and print (DOCX)</source>
        <translation>Document to read and print (DOCX)</translation>
    </message>
    <message numerus="yes">
        <source>Does {n} changes again, one after the other.</source>
        <translation>
            <numerusform>Does {n} change again.</numerusform>
            <numerusform>Does {n} changes again, one after the other.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Drafts that were not finished</source>
        <translation>Drafts that were not finished</translation>
    </message>
    <message>
        <source>Drop the first copy</source>
        <translation>Drop the first copy</translation>
    </message>
    <message>
        <source>Drop the marked copies</source>
        <translation>Drop the marked copies</translation>
    </message>
    <message>
        <source>Drop the phrase</source>
        <translation>Drop the phrase</translation>
    </message>
    <message>
        <source>Drop the second copy</source>
        <translation>Drop the second copy</translation>
    </message>
    <message>
        <source>Drop transcripts here, or open a sample.</source>
        <translation>Drop transcripts here, or open a sample.</translation>
    </message>
    <message>
        <source>Duplicate runs</source>
        <translation>Duplicate runs</translation>
    </message>
    <message>
        <source>Duplicate runs: tags per word</source>
        <translation>Duplicate runs: tags per word</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>EAF for ELAN, a tier a speaker</source>
        <translation>EAF for ELAN, a tier a speaker</translation>
    </message>
    <message>
        <source>EXMARaLDA basic transcription</source>
        <translation>EXMARaLDA basic transcription</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Edit text</translation>
    </message>
    <message>
        <source>Edit topic</source>
        <translation>Edit topic</translation>
    </message>
    <message>
        <source>Edit topic…</source>
        <translation>Edit topic…</translation>
    </message>
    <message>
        <source>Edit turn {number}</source>
        <translation>Edit turn {number}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>ElevenLabs Scribe</source>
        <translation>ElevenLabs Scribe</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Encoding of text files (default: as imported)</source>
        <translation>Encoding of text files (default: as imported)</translation>
    </message>
    <message>
        <source>Encoding of the files, e.g. cp1251 (default: found out)</source>
        <translation>Encoding of the files, e.g. cp1251 (default: found out)</translation>
    </message>
    <message>
        <source>Encoding of the files:</source>
        <translation>Encoding of the files:</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message numerus="yes">
        <source>End the topics of {n} turns</source>
        <translation>
            <numerusform>End the topics of {n} turn</numerusform>
            <numerusform>End the topics of {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>End topic before this turn</source>
        <translation>End topic before this turn</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc gives it up.</source>
        <translation>Enter keeps it, Esc gives it up.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Error rates of the source</source>
        <translation>Error rates of the source</translation>
    </message>
    <message>
        <source>Even if findings are left to decide</source>
        <translation>Even if findings are left to decide</translation>
    </message>
    <message>
        <source>Every entry was understood.</source>
        <translation>Every entry was understood.</translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation>Every line was understood.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: nothing is sent anywhere, and your files are never altered.</source>
        <translation>Everything stays on this computer: nothing is sent anywhere, and your files are never altered.</translation>
    </message>
    <message>
        <source>Everywhere in this call</source>
        <translation>Everywhere in this call</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export codebook</source>
        <translation>Export codebook</translation>
    </message>
    <message>
        <source>Export codebook…</source>
        <translation>Export codebook…</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Export keys</translation>
    </message>
    <message>
        <source>Export rule sets</source>
        <translation>Export rule sets</translation>
    </message>
    <message>
        <source>Export statistics</source>
        <translation>Export statistics</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>Export to the folder</source>
        <translation>Export to the folder</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Export what was learned</translation>
    </message>
    <message>
        <source>Exported {name} to {folder}</source>
        <translation>Exported {name} to {folder}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>FILE_OR_FOLDER</source>
        <translation>FILE_OR_FOLDER</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>File names</translation>
    </message>
    <message>
        <source>File to write; its suffix chooses the format</source>
        <translation>File to write; its suffix chooses the format</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>Find a change</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>Find a file</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Find an action or a key</translation>
    </message>
    <message>
        <source>Find in this call</source>
        <translation>Find in this call</translation>
    </message>
    <message>
        <source>Find topic…</source>
        <translation>Find topic…</translation>
    </message>
    <message>
        <source>Find “{word}” in this call</source>
        <translation>Find “{word}” in this call</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Findings by kind</source>
        <translation>Findings by kind</translation>
    </message>
    <message>
        <source>Findings decided</source>
        <translation>Findings decided</translation>
    </message>
    <message>
        <source>Findings in context</source>
        <translation>Findings in context</translation>
    </message>
    <message>
        <source>Findings to accept</source>
        <translation>Findings to accept</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>Fine as it is</translation>
    </message>
    <message>
        <source>First somebody is addressed, then somebody speaks of himself</source>
        <translation>First somebody is addressed, then somebody speaks of himself</translation>
    </message>
    <message>
        <source>Flip the speaker of these turns</source>
        <translation>Flip the speaker of these turns</translation>
    </message>
    <message>
        <source>Flip the speakers from here on</source>
        <translation>Flip the speakers from here on</translation>
    </message>
    <message>
        <source>Flip the speakers of the whole call</source>
        <translation>Flip the speakers of the whole call</translation>
    </message>
    <message>
        <source>Flipped up to the pin at turn {number}; from there on the speakers are right.</source>
        <translation>Flipped up to the pin at turn {number}; from there on the speakers are right.</translation>
    </message>
    <message>
        <source>Folder to make</source>
        <translation>Folder to make</translation>
    </message>
    <message>
        <source>For example {name}</source>
        <translation>For example {name}</translation>
    </message>
    <message>
        <source>For programs</source>
        <translation>For programs</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Format of the files (default: found out; see annotator formats)</source>
        <translation>Format of the files (default: found out; see annotator formats)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} on the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>From turn {first} on the labels are the other way round: {n} sign</numerusform>
            <numerusform>From turn {first} on the labels are the other way round: {n} signs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} to {last} the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>From turn {first} to {last} the labels are the other way round: {n} sign</numerusform>
            <numerusform>From turn {first} to {last} the labels are the other way round: {n} signs</numerusform>
        </translation>
    </message>
    <message>
        <source>Gecko JSON</source>
        <translation>Gecko JSON</translation>
    </message>
    <message>
        <source>Give both reviewers a name of their own, or none.</source>
        <translation>Give both reviewers a name of their own, or none.</translation>
    </message>
    <message>
        <source>Give one project, a project and the numbers of two of its calls, or two projects.</source>
        <translation>Give one project, a project and the numbers of two of its calls, or two projects.</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Give the template a name.</translation>
    </message>
    <message numerus="yes">
        <source>Give {n} turns to {speaker}</source>
        <translation>
            <numerusform>Give {n} turn to {speaker}</numerusform>
            <numerusform>Give {n} turns to {speaker}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give {n} words to {speaker}</source>
        <translation>
            <numerusform>Give {n} word to {speaker}</numerusform>
            <numerusform>Give {n} words to {speaker}</numerusform>
        </translation>
    </message>
    <message>
        <source>Gladia</source>
        <translation>Gladia</translation>
    </message>
    <message>
        <source>Go back to an earlier state of the call</source>
        <translation>Go back to an earlier state of the call</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Go back to here</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Go to call</source>
        <translation>Go to call</translation>
    </message>
    <message>
        <source>Go to the call</source>
        <translation>Go to the call</translation>
    </message>
    <message>
        <source>Go to turn</source>
        <translation>Go to turn</translation>
    </message>
    <message>
        <source>Go to turn…</source>
        <translation>Go to turn…</translation>
    </message>
    <message>
        <source>Gold: {state}</source>
        <translation>Gold: {state}</translation>
    </message>
    <message>
        <source>Google Speech-to-Text</source>
        <translation>Google Speech-to-Text</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>Growing</translation>
    </message>
    <message>
        <source>Growing run</source>
        <translation>Growing run</translation>
    </message>
    <message>
        <source>Have the check of speakers learn from the finished calls of a project</source>
        <translation>Have the check of speakers learn from the finished calls of a project</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Hidden turns</source>
        <translation>Hidden turns</translation>
    </message>
    <message>
        <source>Hide turns</source>
        <translation>Hide turns</translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} turns</source>
        <translation>
            <numerusform>Hide {n} turn</numerusform>
            <numerusform>Hide {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>History of the project</source>
        <translation>History of the project</translation>
    </message>
    <message>
        <source>History of the project…</source>
        <translation>History of the project…</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Holds all that this call has.</source>
        <translation>Holds all that this call has.</translation>
    </message>
    <message>
        <source>How reviewers are told: numbers, names or none (default: numbers)</source>
        <translation>How reviewers are told: numbers, names or none (default: numbers)</translation>
    </message>
    <message>
        <source>How telling it is</source>
        <translation>How telling it is</translation>
    </message>
    <message>
        <source>How this call was read…</source>
        <translation>How this call was read…</translation>
    </message>
    <message>
        <source>IBM Watson Speech to Text</source>
        <translation>IBM Watson Speech to Text</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>INN</translation>
    </message>
    <message>
        <source>If it is open there still, what one of you changes will be lost. Open it only if you know that it is closed.</source>
        <translation>If it is open there still, what one of you changes will be lost. Open it only if you know that it is closed.</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>Import as a transcript</source>
        <translation>Import as a transcript</translation>
    </message>
    <message>
        <source>Import codebook</source>
        <translation>Import codebook</translation>
    </message>
    <message>
        <source>Import codebook…</source>
        <translation>Import codebook…</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Import keys</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Import report</translation>
    </message>
    <message>
        <source>Import rule sets</source>
        <translation>Import rule sets</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} topics</source>
        <translation>
            <numerusform>Import {n} topic</numerusform>
            <numerusform>Import {n} topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>Imported files</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>In UTF-8</source>
        <translation>In UTF-8</translation>
    </message>
    <message>
        <source>In a field of text {key} {does}; elsewhere it will do what you choose.</source>
        <translation>In a field of text {key} {does}; elsewhere it will do what you choose.</translation>
    </message>
    <message>
        <source>In both modes</source>
        <translation>In both modes</translation>
    </message>
    <message>
        <source>In clean speech 4 or more words come twice in a row about once in 10,000 words</source>
        <translation>In clean speech 4 or more words come twice in a row about once in 10,000 words</translation>
    </message>
    <message numerus="yes">
        <source>In clean speech {n} words come twice in a row about {rate} times in 10,000 words</source>
        <translation>
            <numerusform>In clean speech {n} word comes twice in a row about {rate} times in 10,000 words</numerusform>
            <numerusform>In clean speech {n} words come twice in a row about {rate} times in 10,000 words</numerusform>
        </translation>
    </message>
    <message>
        <source>In the encoding of the source, {encoding}</source>
        <translation>In the encoding of the source, {encoding}</translation>
    </message>
    <message>
        <source>In the table, {next} brings the first finding; {accept} repairs it, {dismiss} says that all is fine.</source>
        <translation>In the table, {next} brings the first finding; {accept} repairs it, {dismiss} says that all is fine.</translation>
    </message>
    <message>
        <source>In this turn, and where its words come from</source>
        <translation>In this turn, and where its words come from</translation>
    </message>
    <message numerus="yes">
        <source>In turn {number} “{old}” became “{new}”; {n} more turns have it</source>
        <translation>
            <numerusform>In turn {number} “{old}” became “{new}”; {n} more turn has it</numerusform>
            <numerusform>In turn {number} “{old}” became “{new}”; {n} more turns have it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} reviewed turns it was left as it is</source>
        <translation>
            <numerusform>In {n} reviewed turn it was left as it is</numerusform>
            <numerusform>In {n} reviewed turns it was left as it is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} turns it became something else</source>
        <translation>
            <numerusform>In {n} turn it became something else</numerusform>
            <numerusform>In {n} turns it became something else</numerusform>
        </translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, and by the other turns this speaker is {name}</source>
        <translation>In “{words}” {name} speaks, and by the other turns this speaker is {name}</translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, but by the other turns the other speaker is {name}</source>
        <translation>In “{words}” {name} speaks, but by the other turns the other speaker is {name}</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Include</translation>
    </message>
    <message>
        <source>Include the topics</source>
        <translation>Include the topics</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>It does better on calls that it has not seen: this project uses it from now on.</source>
        <translation>It does better on calls that it has not seen: this project uses it from now on.</translation>
    </message>
    <message>
        <source>It does no better on calls that it has not seen, so it is not used; all stays as it was.</source>
        <translation>It does no better on calls that it has not seen, so it is not used; all stays as it was.</translation>
    </message>
    <message>
        <source>It ended by itself; nothing was written. Try again with fewer sets.</source>
        <translation>It ended by itself; nothing was written. Try again with fewer sets.</translation>
    </message>
    <message>
        <source>It ends before it begins: the end is left out.</source>
        <translation>It ends before it begins: the end is left out.</translation>
    </message>
    <message>
        <source>It has no text: left out.</source>
        <translation>It has no text: left out.</translation>
    </message>
    <message>
        <source>It is at no place of the time line: left out.</source>
        <translation>It is at no place of the time line: left out.</translation>
    </message>
    <message>
        <source>It is closed there: open it</source>
        <translation>It is closed there: open it</translation>
    </message>
    <message>
        <source>It is forgotten. Learn from the finished calls again to have it back.</source>
        <translation>It is forgotten. Learn from the finished calls again to have it back.</translation>
    </message>
    <message>
        <source>It is no line of an RTTM: left out.</source>
        <translation>It is no line of an RTTM: left out.</translation>
    </message>
    <message>
        <source>It is no segment with its times: left out.</source>
        <translation>It is no segment with its times: left out.</translation>
    </message>
    <message>
        <source>It is no word with its times: left out.</source>
        <translation>It is no word with its times: left out.</translation>
    </message>
    <message>
        <source>It stands before the first speaker: left out.</source>
        <translation>It stands before the first speaker: left out.</translation>
    </message>
    <message numerus="yes">
        <source>It stands in {n} places</source>
        <translation>
            <numerusform>It stands in {n} place</numerusform>
            <numerusform>It stands in {n} places</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON lines</translation>
    </message>
    <message>
        <source>JSON lines, one object a turn</source>
        <translation>JSON lines, one object a turn</translation>
    </message>
    <message>
        <source>JSON with a list of segments</source>
        <translation>JSON with a list of segments</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, for programs</translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation>Join turns</translation>
    </message>
    <message>
        <source>Joined; the turn keeps the speaker of its first part.</source>
        <translation>Joined; the turn keeps the speaker of its first part.</translation>
    </message>
    <message>
        <source>KINDS</source>
        <translation>KINDS</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Keep capitals</source>
        <translation>Keep capitals</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Keep only copy {number}</source>
        <translation>Keep only copy {number}</translation>
    </message>
    <message>
        <source>Keep only the first copy</source>
        <translation>Keep only the first copy</translation>
    </message>
    <message>
        <source>Keep only the last copy</source>
        <translation>Keep only the last copy</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Label Studio tasks, with predictions</source>
        <translation>Label Studio tasks, with predictions</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels are not imported: {labels}.</source>
        <translation>Labels are not imported: {labels}.</translation>
    </message>
    <message>
        <source>Labels flipped</source>
        <translation>Labels flipped</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Language for the card, e.g. ru; can be given several times (default: found out)</source>
        <translation>Language for the card, e.g. ru; can be given several times (default: found out)</translation>
    </message>
    <message>
        <source>Language of the program (default: the system's)</source>
        <translation>Language of the program (default: the system's)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Learn from finished calls</source>
        <translation>Learn from finished calls</translation>
    </message>
    <message>
        <source>Learned from {calls}, {words}, on {date}.</source>
        <translation>Learned from {calls}, {words}, on {date}.</translation>
    </message>
    <message>
        <source>Learned on {date}.</source>
        <translation>Learned on {date}.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Learning stopped unexpectedly. Nothing has changed; try again.</source>
        <translation>Learning stopped unexpectedly. Nothing has changed; try again.</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Learning…</translation>
    </message>
    <message>
        <source>Least confidence of the findings that are shown</source>
        <translation>Least confidence of the findings that are shown</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Leave out calls that are nearly the same as another one</source>
        <translation>Leave out calls that are nearly the same as another one</translation>
    </message>
    <message>
        <source>Leave out how it came about: changes, drafts, settings</source>
        <translation>Leave out how it came about: changes, drafts, settings</translation>
    </message>
    <message>
        <source>Leave the roles of the speakers out</source>
        <translation>Leave the roles of the speakers out</translation>
    </message>
    <message>
        <source>Leave the speakers out</source>
        <translation>Leave the speakers out</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Left out: like another call</source>
        <translation>Left out: like another call</translation>
    </message>
    <message>
        <source>Left out; click to show this kind</source>
        <translation>Left out; click to show this kind</translation>
    </message>
    <message>
        <source>Left: more findings, also doubtful ones. Right: fewer and surer ones.</source>
        <translation>Left: more findings, also doubtful ones. Right: fewer and surer ones.</translation>
    </message>
    <message>
        <source>Left: who speaks. Right: findings, and bookmarks as flags. Click to go there.</source>
        <translation>Left: who speaks. Right: findings, and bookmarks as flags. Click to go there.</translation>
    </message>
    <message>
        <source>Let “{phrase}” tell the side</source>
        <translation>Let “{phrase}” tell the side</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence for the card (default: other)</source>
        <translation>Licence for the card (default: other)</translation>
    </message>
    <message>
        <source>Licences of what is included</source>
        <translation>Licences of what is included</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Like</translation>
    </message>
    <message>
        <source>Like another call</source>
        <translation>Like another call</translation>
    </message>
    <message>
        <source>Like {like}</source>
        <translation>Like {like}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Line {line} is not understood: left out.</source>
        <translation>Line {line} is not understood: left out.</translation>
    </message>
    <message>
        <source>Line {line} of the template: a brace or bracket has no partner. Write two of it where it is meant as a character.</source>
        <translation>Line {line} of the template: a brace or bracket has no partner. Write two of it where it is meant as a character.</translation>
    </message>
    <message>
        <source>Line {line} of the template: there is no {name} here. There are: {known}.</source>
        <translation>Line {line} of the template: there is no {name} here. There are: {known}.</translation>
    </message>
    <message>
        <source>Line {line} of the template: {shape} is no shape. There are: {known}.</source>
        <translation>Line {line} of the template: {shape} is no shape. There are: {known}.</translation>
    </message>
    <message>
        <source>Lines with time, name and role</source>
        <translation>Lines with time, name and role</translation>
    </message>
    <message>
        <source>List of calls</source>
        <translation>List of calls</translation>
    </message>
    <message>
        <source>List the backups of a project, and what each holds</source>
        <translation>List the backups of a project, and what each holds</translation>
    </message>
    <message>
        <source>List the file formats: what is read, what is written, and what that does not hold</source>
        <translation>List the file formats: what is read, what is written, and what that does not hold</translation>
    </message>
    <message>
        <source>List the transcripts of a project</source>
        <translation>List the transcripts of a project</translation>
    </message>
    <message>
        <source>Look whether all of a project is as it was written</source>
        <translation>Look whether all of a project is as it was written</translation>
    </message>
    <message>
        <source>Looking at the calls…</source>
        <translation>Looking at the calls…</translation>
    </message>
    <message>
        <source>Looking for personal data</source>
        <translation>Looking for personal data</translation>
    </message>
    <message>
        <source>Looking for transcripts</source>
        <translation>Looking for transcripts</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Looped</source>
        <translation>Looped</translation>
    </message>
    <message>
        <source>Lyrics with times (LRC)</source>
        <translation>Lyrics with times (LRC)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Make it a part of the topic above</source>
        <translation>Make it a part of the topic above</translation>
    </message>
    <message>
        <source>Make one project of two, with all that is in both</source>
        <translation>Make one project of two, with all that is in both</translation>
    </message>
    <message>
        <source>Mark the call as done</source>
        <translation>Mark the call as done</translation>
    </message>
    <message>
        <source>Mark the call as not done</source>
        <translation>Mark the call as not done</translation>
    </message>
    <message>
        <source>Mark unknown words</source>
        <translation>Mark unknown words</translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as not reviewed</source>
        <translation>
            <numerusform>Mark {n} turn as not reviewed</numerusform>
            <numerusform>Mark {n} turns as not reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as reviewed</source>
        <translation>
            <numerusform>Mark {n} turn as reviewed</numerusform>
            <numerusform>Mark {n} turns as reviewed</numerusform>
        </translation>
    </message>
    <message>
        <source>Markdown, for notes and wikis</source>
        <translation>Markdown, for notes and wikis</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>Mask personal data</translation>
    </message>
    <message>
        <source>Mask personal data of these kinds, separated by commas, e.g. card,phone; all = all kinds</source>
        <translation>Mask personal data of these kinds, separated by commas, e.g. card,phone; all = all kinds</translation>
    </message>
    <message>
        <source>Masked in the turns: {counts}</source>
        <translation>Masked in the turns: {counts}</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>Measured on calls that it had not seen</source>
        <translation>Measured on calls that it had not seen</translation>
    </message>
    <message>
        <source>Merge another project</source>
        <translation>Merge another project</translation>
    </message>
    <message>
        <source>Merge another project…</source>
        <translation>Merge another project…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Merge into</translation>
    </message>
    <message>
        <source>Merge speaker {gone} into {kept}</source>
        <translation>Merge speaker {gone} into {kept}</translation>
    </message>
    <message>
        <source>Merge two speakers…</source>
        <translation>Merge two speakers…</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Merge with {name}</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} turns</source>
        <translation>
            <numerusform>Merge {n} turn</numerusform>
            <numerusform>Merge {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge {speaker} into</source>
        <translation>Merge {speaker} into</translation>
    </message>
    <message>
        <source>Merged project</source>
        <translation>Merged project</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Merging two projects</source>
        <translation>Merging two projects</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Merging…</translation>
    </message>
    <message>
        <source>Mislabelled speakers</source>
        <translation>Mislabelled speakers</translation>
    </message>
    <message>
        <source>Missing words</source>
        <translation>Missing words</translation>
    </message>
    <message>
        <source>More about topics</source>
        <translation>More about topics</translation>
    </message>
    <message>
        <source>Most wrong words first</source>
        <translation>Most wrong words first</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Move out of its topic</source>
        <translation>Move out of its topic</translation>
    </message>
    <message>
        <source>Move speaker {speaker}</source>
        <translation>Move speaker {speaker}</translation>
    </message>
    <message>
        <source>Move topic {name}</source>
        <translation>Move topic {name}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the next turn</source>
        <translation>Move words of turn {number} to the next turn</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the previous turn</source>
        <translation>Move words of turn {number} to the previous turn</translation>
    </message>
    <message>
        <source>My format</source>
        <translation>My format</translation>
    </message>
    <message>
        <source>My rules</source>
        <translation>My rules</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMES</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>NEW</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name of a person</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name of the template</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Names of people too</source>
        <translation>Names of people too</translation>
    </message>
    <message>
        <source>Names of the two reviewers, e.g. "Anna,Boris" (default: as in the history)</source>
        <translation>Names of the two reviewers, e.g. "Anna,Boris" (default: as in the history)</translation>
    </message>
    <message>
        <source>Nearly the same, and in one split: {calls}</source>
        <translation>Nearly the same, and in one split: {calls}</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Needs an answer</translation>
    </message>
    <message>
        <source>Neither a turn nor a header: left out.</source>
        <translation>Neither a turn nor a header: left out.</translation>
    </message>
    <message>
        <source>Never report this repeat</source>
        <translation>Never report this repeat</translation>
    </message>
    <message>
        <source>Never report “{phrase}”</source>
        <translation>Never report “{phrase}”</translation>
    </message>
    <message>
        <source>New part of this topic…</source>
        <translation>New part of this topic…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>New project for what can be read</source>
        <translation>New project for what can be read</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>New topic</translation>
    </message>
    <message>
        <source>New topic “{name}”</source>
        <translation>New topic “{name}”</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>New topic…</translation>
    </message>
    <message>
        <source>New words begin with a capital where the old ones do</source>
        <translation>New words begin with a capital where the old ones do</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Next bookmark</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>Next, previous match</source>
        <translation>Next, previous match</translation>
    </message>
    <message>
        <source>No action and no key is called so.</source>
        <translation>No action and no key is called so.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>No calls yet</translation>
    </message>
    <message>
        <source>No change is called so.</source>
        <translation>No change is called so.</translation>
    </message>
    <message>
        <source>No decisions count yet.</source>
        <translation>No decisions count yet.</translation>
    </message>
    <message>
        <source>No finding is left to decide.</source>
        <translation>No finding is left to decide.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>No line of times like 00:00:01,000 --&gt; 00:00:04,000 was found in {name}. Choose another format.</source>
        <translation>No line of times like 00:00:01,000 --&gt; 00:00:04,000 was found in {name}. Choose another format.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation>No open findings</translation>
    </message>
    <message>
        <source>No open findings.</source>
        <translation>No open findings.</translation>
    </message>
    <message>
        <source>No phrase as the recogniser writes them: left out.</source>
        <translation>No phrase as the recogniser writes them: left out.</translation>
    </message>
    <message>
        <source>No phrases yet. Add one above, or press {key} on a repeat that is fine.</source>
        <translation>No phrases yet. Add one above, or press {key} on a repeat that is fine.</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>No recent projects</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>No role</translation>
    </message>
    <message>
        <source>No speaker yet: kept as a turn without speaker.</source>
        <translation>No speaker yet: kept as a turn without speaker.</translation>
    </message>
    <message>
        <source>No topic has the key {digit}. Add one in the topics panel.</source>
        <translation>No topic has the key {digit}. Add one in the topics panel.</translation>
    </message>
    <message>
        <source>No topics yet. Add one, then press {key} on a turn.</source>
        <translation>No topics yet. Add one, then press {key} on a turn.</translation>
    </message>
    <message>
        <source>No topics yet: type a name and press {key}.</source>
        <translation>No topics yet: type a name and press {key}.</translation>
    </message>
    <message>
        <source>No turn is marked as reviewed.</source>
        <translation>No turn is marked as reviewed.</translation>
    </message>
    <message>
        <source>No turn is marked as reviewed. Review calls first, or take all turns.</source>
        <translation>No turn is marked as reviewed. Review calls first, or take all turns.</translation>
    </message>
    <message>
        <source>No turn of this call is marked as reviewed yet.</source>
        <translation>No turn of this call is marked as reviewed yet.</translation>
    </message>
    <message>
        <source>No turn passes the filter. The cross in the bar above shows all turns again.</source>
        <translation>No turn passes the filter. The cross in the bar above shows all turns again.</translation>
    </message>
    <message>
        <source>No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, “[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.</source>
        <translation>No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, “[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.</translation>
    </message>
    <message>
        <source>No words were changed.</source>
        <translation>No words were changed.</translation>
    </message>
    <message>
        <source>No words: kept as an empty turn.</source>
        <translation>No words: kept as an empty turn.</translation>
    </message>
    <message>
        <source>Nobody can tell who has this project open, or whether somebody has.</source>
        <translation>Nobody can tell who has this project open, or whether somebody has.</translation>
    </message>
    <message>
        <source>None of these findings is current any more.</source>
        <translation>None of these findings is current any more.</translation>
    </message>
    <message>
        <source>None of these turns is of {a} or {b}.</source>
        <translation>None of these turns is of {a} or {b}.</translation>
    </message>
    <message>
        <source>None of these words were imported, so there is nothing to go back to.</source>
        <translation>None of these words were imported, so there is nothing to go back to.</translation>
    </message>
    <message>
        <source>None: it stands at the top</source>
        <translation>None: it stands at the top</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Not done yet: {names}. Whoever still works on it should not see what the other one has decided.</source>
        <translation>Not done yet: {names}. Whoever still works on it should not see what the other one has decided.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>Not in the file: {contents}</source>
        <translation>Not in the file: {contents}</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Not opened</translation>
    </message>
    <message>
        <source>Not read: {columns}. An import takes words, speakers, roles and times.</source>
        <translation>Not read: {columns}. An import takes words, speakers, roles and times.</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Nothing can be read of {path}. Go back to a backup.</source>
        <translation>Nothing can be read of {path}. Go back to a backup.</translation>
    </message>
    <message>
        <source>Nothing can be written beside {path}. Open it for reading, or a copy in a folder of your own.</source>
        <translation>Nothing can be written beside {path}. Open it for reading, or a copy in a folder of your own.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Nothing in the file was run, and it was not altered. Its texts can be taken over without the rest.</source>
        <translation>Nothing in the file was run, and it was not altered. Its texts can be taken over without the rest.</translation>
    </message>
    <message>
        <source>Nothing is called so. Try fewer letters.</source>
        <translation>Nothing is called so. Try fewer letters.</translation>
    </message>
    <message>
        <source>Nothing is decided yet</source>
        <translation>Nothing is decided yet</translation>
    </message>
    <message>
        <source>Nothing is found or decided yet.</source>
        <translation>Nothing is found or decided yet.</translation>
    </message>
    <message>
        <source>Nothing is left of call {id}</source>
        <translation>Nothing is left of call {id}</translation>
    </message>
    <message>
        <source>Nothing is masked. What is counted are places in the turns.</source>
        <translation>Nothing is masked. What is counted are places in the turns.</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>Nothing learned yet.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>Nothing stands here.</translation>
    </message>
    <message>
        <source>Nothing that was done until now can be undone afterwards, in any call. This cannot be taken back.</source>
        <translation>Nothing that was done until now can be undone afterwards, in any call. This cannot be taken back.</translation>
    </message>
    <message>
        <source>Nothing was altered.</source>
        <translation>Nothing was altered.</translation>
    </message>
    <message>
        <source>Nothing was altered. What is done there is saved there.</source>
        <translation>Nothing was altered. What is done there is saved there.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Each change will stand here, and can be taken back.</source>
        <translation>Nothing was changed yet. Each change will stand here, and can be taken back.</translation>
    </message>
    <message>
        <source>Nothing: the words go</source>
        <translation>Nothing: the words go</translation>
    </message>
    <message>
        <source>Now: {calls}, {turns}.</source>
        <translation>Now: {calls}, {turns}.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Number of the turn, 1 to {last}, or a time such as 1:23:</source>
        <translation>Number of the turn, 1 to {last}, or a time such as 1:23:</translation>
    </message>
    <message>
        <source>Number of the turn, 1 to {last}:</source>
        <translation>Number of the turn, 1 to {last}:</translation>
    </message>
    <message>
        <source>Number that the splits depend on (default: 0)</source>
        <translation>Number that the splits depend on (default: 0)</translation>
    </message>
    <message>
        <source>Number the values, the same in all calls: {example}</source>
        <translation>Number the values, the same in all calls: {example}</translation>
    </message>
    <message>
        <source>OTHER</source>
        <translation>OTHER</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>OUT</translation>
    </message>
    <message>
        <source>Of the whole project</source>
        <translation>Of the whole project</translation>
    </message>
    <message>
        <source>Of the whole project, before</source>
        <translation>Of the whole project, before</translation>
    </message>
    <message>
        <source>Of this call</source>
        <translation>Of this call</translation>
    </message>
    <message>
        <source>Of this call: {name}</source>
        <translation>Of this call: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Of {n} calls parts may be missing or be as they were imported: look them through.</source>
        <translation>
            <numerusform>Of {n} call parts may be missing or be as they were imported: look it through.</numerusform>
            <numerusform>Of {n} calls parts may be missing or be as they were imported: look them through.</numerusform>
        </translation>
    </message>
    <message>
        <source>Older changes</source>
        <translation>Older changes</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Olive</translation>
    </message>
    <message>
        <source>One JSON object a file, one a line</source>
        <translation>One JSON object a file, one a line</translation>
    </message>
    <message>
        <source>One JSON object a file, one a line, and one with the sums</source>
        <translation>One JSON object a file, one a line, and one with the sums</translation>
    </message>
    <message>
        <source>One JSON object a format, one a line</source>
        <translation>One JSON object a format, one a line</translation>
    </message>
    <message>
        <source>One JSON object with all backups</source>
        <translation>One JSON object with all backups</translation>
    </message>
    <message>
        <source>One JSON object with all numbers</source>
        <translation>One JSON object with all numbers</translation>
    </message>
    <message>
        <source>One JSON object with what is damaged</source>
        <translation>One JSON object with what is damaged</translation>
    </message>
    <message>
        <source>One JSON object with what was measured</source>
        <translation>One JSON object with what was measured</translation>
    </message>
    <message>
        <source>One JSON object with what was read and what was lost</source>
        <translation>One JSON object with what was read and what was lost</translation>
    </message>
    <message>
        <source>One JSON object with what was the same and what differs</source>
        <translation>One JSON object with what was the same and what differs</translation>
    </message>
    <message>
        <source>One JSON object with what was written</source>
        <translation>One JSON object with what was written</translation>
    </message>
    <message>
        <source>One answers the other under the same name: “{left} | {right}”</source>
        <translation>One answers the other under the same name: “{left} | {right}”</translation>
    </message>
    <message>
        <source>One name</source>
        <translation>One name</translation>
    </message>
    <message>
        <source>One person, two names</source>
        <translation>One person, two names</translation>
    </message>
    <message>
        <source>One rule a line, for example:
{rules}</source>
        <translation>One rule a line, for example:
{rules}</translation>
    </message>
    <message>
        <source>Only findings, in context</source>
        <translation>Only findings, in context</translation>
    </message>
    <message>
        <source>Only forget what has been learned before</source>
        <translation>Only forget what has been learned before</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Only matches</translation>
    </message>
    <message>
        <source>Only repeats can be allowed; this finding is none.</source>
        <translation>Only repeats can be allowed; this finding is none.</translation>
    </message>
    <message>
        <source>Only show what has been learned before</source>
        <translation>Only show what has been learned before</translation>
    </message>
    <message numerus="yes">
        <source>Only the first {n} hits are shown. Replace these first, or look for something rarer.</source>
        <translation>
            <numerusform>Only the first {n} hit is shown. Replace it first, or look for something rarer.</numerusform>
            <numerusform>Only the first {n} hits are shown. Replace these first, or look for something rarer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this kind, e.g. loop, also one that is not shown otherwise; can be given several times</source>
        <translation>Only this kind, e.g. loop, also one that is not shown otherwise; can be given several times</translation>
    </message>
    <message>
        <source>Only this transcript (see list)</source>
        <translation>Only this transcript (see list)</translation>
    </message>
    <message>
        <source>Only this: duplicates or speakers; can be given twice</source>
        <translation>Only this: duplicates or speakers; can be given twice</translation>
    </message>
    <message>
        <source>Only turns marked as reviewed</source>
        <translation>Only turns marked as reviewed</translation>
    </message>
    <message>
        <source>Only turns that are marked as reviewed</source>
        <translation>Only turns that are marked as reviewed</translation>
    </message>
    <message>
        <source>Only visible turns that follow each other can be merged.</source>
        <translation>Only visible turns that follow each other can be merged.</translation>
    </message>
    <message>
        <source>Only write what has been learned before to a file, for check --learned</source>
        <translation>Only write what has been learned before to a file, for check --learned</translation>
    </message>
    <message>
        <source>Only {name} has worked on {call}</source>
        <translation>Only {name} has worked on {call}</translation>
    </message>
    <message>
        <source>Only {name} has {call}</source>
        <translation>Only {name} has {call}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open a call to see who speaks.</source>
        <translation>Open a call to see who speaks.</translation>
    </message>
    <message>
        <source>Open a call to tag its turns.</source>
        <translation>Open a call to tag its turns.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Open a copy</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>Open a copy…</translation>
    </message>
    <message>
        <source>Open a transcript or drop one on the window; what is found and done in it is counted here.</source>
        <translation>Open a transcript or drop one on the window; what is found and done in it is counted here.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Open anyway</translation>
    </message>
    <message>
        <source>Open anyway…</source>
        <translation>Open anyway…</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Open for reading</translation>
    </message>
    <message>
        <source>Open in another encoding</source>
        <translation>Open in another encoding</translation>
    </message>
    <message>
        <source>Open in another encoding…</source>
        <translation>Open in another encoding…</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Open it anyway</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Open recent</translation>
    </message>
    <message>
        <source>Open the gold version</source>
        <translation>Open the gold version</translation>
    </message>
    <message>
        <source>Open the merged project</source>
        <translation>Open the merged project</translation>
    </message>
    <message>
        <source>OpenAI diarized JSON</source>
        <translation>OpenAI diarized JSON</translation>
    </message>
    <message>
        <source>Opening files</source>
        <translation>Opening files</translation>
    </message>
    <message>
        <source>Opening the call</source>
        <translation>Opening the call</translation>
    </message>
    <message>
        <source>Opening the history</source>
        <translation>Opening the history</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Opening the project</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Or the border is here</source>
        <translation>Or the border is here</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Other people's work in it</source>
        <translation>Other people's work in it</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>Otter.ai text</source>
        <translation>Otter.ai text</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Overlapping turns</source>
        <translation>Overlapping turns</translation>
    </message>
    <message>
        <source>Overview of the call</source>
        <translation>Overview of the call</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>PATH</translation>
    </message>
    <message>
        <source>PATTERN</source>
        <translation>PATTERN</translation>
    </message>
    <message>
        <source>PHRASE</source>
        <translation>PHRASE</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJECT</translation>
    </message>
    <message>
        <source>Page to read and print (HTML)</source>
        <translation>Page to read and print (HTML)</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Parquet needs the package pyarrow. Install it with pip install pyarrow, or write jsonl.</source>
        <translation>Parquet needs the package pyarrow. Install it with pip install pyarrow, or write jsonl.</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Part of a name</translation>
    </message>
    <message>
        <source>Parts of the project file cannot be read.</source>
        <translation>Parts of the project file cannot be read.</translation>
    </message>
    <message>
        <source>Passed over, because it holds no turns: {tiers}.</source>
        <translation>Passed over, because it holds no turns: {tiers}.</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Passport number</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>Personal data…</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Phrase heard in silence</source>
        <translation>Phrase heard in silence</translation>
    </message>
    <message>
        <source>Phrase to allow</source>
        <translation>Phrase to allow</translation>
    </message>
    <message>
        <source>Phrases that people say twice on purpose. No call of this project reports a repeat of them.</source>
        <translation>Phrases that people say twice on purpose. No call of this project reports a repeat of them.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Picture…</translation>
    </message>
    <message numerus="yes">
        <source>Pin the speakers of {n} turns</source>
        <translation>
            <numerusform>Pin the speakers of {n} turn</numerusform>
            <numerusform>Pin the speakers of {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Plain text</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Precision before</source>
        <translation>Precision before</translation>
    </message>
    <message>
        <source>Precision is the share of the decided findings that were right, also when they were repaired in another way.</source>
        <translation>Precision is the share of the decided findings that were right, also when they were repaired in another way.</translation>
    </message>
    <message>
        <source>Precision of the findings</source>
        <translation>Precision of the findings</translation>
    </message>
    <message>
        <source>Preferences: what was accepted and dismissed</source>
        <translation>Preferences: what was accepted and dismissed</translation>
    </message>
    <message>
        <source>Press the key, with Ctrl, Alt or Shift if you like. Esc stops.</source>
        <translation>Press the key, with Ctrl, Alt or Shift if you like. Esc stops.</translation>
    </message>
    <message>
        <source>Press the key…</source>
        <translation>Press the key…</translation>
    </message>
    <message>
        <source>Press {key} to see the first one.</source>
        <translation>Press {key} to see the first one.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Preview…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Project to make</source>
        <translation>Project to make</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Purple</translation>
    </message>
    <message>
        <source>Put a backup in the place of a project; what stands there is kept under another name</source>
        <translation>Put a backup in the place of a project; what stands there is kept under another name</translation>
    </message>
    <message>
        <source>Question and answer stand in one turn</source>
        <translation>Question and answer stand in one turn</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>RECIPE</source>
        <translation>RECIPE</translation>
    </message>
    <message>
        <source>RTTM, who speaks when, with the words</source>
        <translation>RTTM, who speaks when, with the words</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Read again in this encoding</source>
        <translation>Read again in this encoding</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Read as another format…</source>
        <translation>Read as another format…</translation>
    </message>
    <message>
        <source>Read as: {format}</source>
        <translation>Read as: {format}</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>Read as…</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>Read in part</translation>
    </message>
    <message>
        <source>Read tables with these columns in this way from now on</source>
        <translation>Read tables with these columns in this way from now on</translation>
    </message>
    <message numerus="yes">
        <source>Read the other {n} files with this question in the same way</source>
        <translation>
            <numerusform>Read the other {n} file with this question in the same way</numerusform>
            <numerusform>Read the other {n} files with this question in the same way</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the project again</source>
        <translation>Read the project again</translation>
    </message>
    <message numerus="yes">
        <source>Read was the sheet {name} of {n}.</source>
        <translation>
            <numerusform>Read was the sheet {name} of {n}.</numerusform>
            <numerusform>Read was the sheet {name} of {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read {name} as {encoding}</source>
        <translation>Read {name} as {encoding}</translation>
    </message>
    <message>
        <source>Reading calls</source>
        <translation>Reading calls</translation>
    </message>
    <message>
        <source>Reading what can be read</source>
        <translation>Reading what can be read</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Recent projects</translation>
    </message>
    <message>
        <source>Recognisers trained on videos write this where nobody speaks</source>
        <translation>Recognisers trained on videos write this where nobody speaks</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Redact</translation>
    </message>
    <message numerus="yes">
        <source>Redact in {n} calls</source>
        <translation>
            <numerusform>Redact in {n} call</numerusform>
            <numerusform>Redact in {n} calls</numerusform>
        </translation>
    </message>
    <message>
        <source>Redact selection</source>
        <translation>Redact selection</translation>
    </message>
    <message>
        <source>Redact selection…</source>
        <translation>Redact selection…</translation>
    </message>
    <message numerus="yes">
        <source>Redact {n} values</source>
        <translation>
            <numerusform>Redact {n} value</numerusform>
            <numerusform>Redact {n} values</numerusform>
        </translation>
    </message>
    <message>
        <source>Redacted: the words are gone, from the history too.</source>
        <translation>Redacted: the words are gone, from the history too.</translation>
    </message>
    <message>
        <source>Redacting</source>
        <translation>Redacting</translation>
    </message>
    <message>
        <source>Redacting…</source>
        <translation>Redacting…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Redo: {what}</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regular expression</translation>
    </message>
    <message numerus="yes">
        <source>Relabel {n} turns</source>
        <translation>
            <numerusform>Relabel {n} turn</numerusform>
            <numerusform>Relabel {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Remarks; every line was kept</source>
        <translation>Remarks; every line was kept</translation>
    </message>
    <message>
        <source>Remove call from the project</source>
        <translation>Remove call from the project</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>Remove from the project</translation>
    </message>
    <message>
        <source>Remove speaker</source>
        <translation>Remove speaker</translation>
    </message>
    <message>
        <source>Remove speaker {speaker}</source>
        <translation>Remove speaker {speaker}</translation>
    </message>
    <message>
        <source>Remove the call from the project</source>
        <translation>Remove the call from the project</translation>
    </message>
    <message>
        <source>Remove topic</source>
        <translation>Remove topic</translation>
    </message>
    <message>
        <source>Remove topic {name}</source>
        <translation>Remove topic {name}</translation>
    </message>
    <message>
        <source>Remove topic…</source>
        <translation>Remove topic…</translation>
    </message>
    <message>
        <source>Remove words</source>
        <translation>Remove words</translation>
    </message>
    <message>
        <source>Remove {key}</source>
        <translation>Remove {key}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Remove {name}? Tagged with it: {turns} {calls}.</source>
        <translation>Remove {name}? Tagged with it: {turns} {calls}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} allowed repeats</source>
        <translation>
            <numerusform>Remove {n} allowed repeat</numerusform>
            <numerusform>Remove {n} allowed repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} calls</source>
        <translation>
            <numerusform>Remove {n} call</numerusform>
            <numerusform>Remove {n} calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} role words</source>
        <translation>
            <numerusform>Remove {n} role word</numerusform>
            <numerusform>Remove {n} role words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {topic} from {n} turns</source>
        <translation>
            <numerusform>Remove {topic} from {n} turn</numerusform>
            <numerusform>Remove {topic} from {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed again</source>
        <translation>Removed again</translation>
    </message>
    <message>
        <source>Rename call</source>
        <translation>Rename call</translation>
    </message>
    <message>
        <source>Rename call…</source>
        <translation>Rename call…</translation>
    </message>
    <message>
        <source>Rename speaker {speaker}</source>
        <translation>Rename speaker {speaker}</translation>
    </message>
    <message>
        <source>Rename the call</source>
        <translation>Rename the call</translation>
    </message>
    <message>
        <source>Rename the rule</source>
        <translation>Rename the rule</translation>
    </message>
    <message>
        <source>Rename the rule set</source>
        <translation>Rename the rule set</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Rename {name}</translation>
    </message>
    <message numerus="yes">
        <source>Rename {n} calls</source>
        <translation>
            <numerusform>Rename {n} call</numerusform>
            <numerusform>Rename {n} calls</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Repeated phrase</source>
        <translation>Repeated phrase</translation>
    </message>
    <message>
        <source>Repeated turn</source>
        <translation>Repeated turn</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Replace a file that is the transcript as it was imported</source>
        <translation>Replace a file that is the transcript as it was imported</translation>
    </message>
    <message>
        <source>Replace by “{new}”</source>
        <translation>Replace by “{new}”</translation>
    </message>
    <message numerus="yes">
        <source>Replace in {n} places</source>
        <translation>
            <numerusform>Replace in {n} place</numerusform>
            <numerusform>Replace in {n} places</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Replace them</translation>
    </message>
    <message>
        <source>Replace what stands there</source>
        <translation>Replace what stands there</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Replace with</translation>
    </message>
    <message numerus="yes">
        <source>Replace words in {n} turns</source>
        <translation>
            <numerusform>Replace words in {n} turn</numerusform>
            <numerusform>Replace words in {n} turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places. Undo takes it back.</source>
        <translation>
            <numerusform>Replaced in {n} place. Undo takes it back.</numerusform>
            <numerusform>Replaced in {n} places. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Report of the last import…</source>
        <translation>Report of the last import…</translation>
    </message>
    <message>
        <source>Rescue from a damaged project</source>
        <translation>Rescue from a damaged project</translation>
    </message>
    <message>
        <source>Rescued call {id}</source>
        <translation>Rescued call {id}</translation>
    </message>
    <message>
        <source>Rescued topic {id}</source>
        <translation>Rescued topic {id}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>Restore hidden turns</source>
        <translation>Restore hidden turns</translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} drafts</source>
        <translation>
            <numerusform>Restore {n} draft</numerusform>
            <numerusform>Restore {n} drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} turns</source>
        <translation>
            <numerusform>Restore {n} turn</numerusform>
            <numerusform>Restore {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Restoring the backup</translation>
    </message>
    <message>
        <source>Rev AI</source>
        <translation>Rev AI</translation>
    </message>
    <message>
        <source>Revert this turn</source>
        <translation>Revert this turn</translation>
    </message>
    <message>
        <source>Revert turn to source</source>
        <translation>Revert turn to source</translation>
    </message>
    <message>
        <source>Revert turn {number}</source>
        <translation>Revert turn {number}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Review mode</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>Reviewer of {name}</source>
        <translation>Reviewer of {name}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Role words</source>
        <translation>Role words</translation>
    </message>
    <message>
        <source>Role words added</source>
        <translation>Role words added</translation>
    </message>
    <message>
        <source>Role words that tell another side; kept as {name} has them</source>
        <translation>Role words that tell another side; kept as {name} has them</translation>
    </message>
    <message>
        <source>Role words…</source>
        <translation>Role words…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Roles swapped</source>
        <translation>Roles swapped</translation>
    </message>
    <message>
        <source>Roles: which side says a turn</source>
        <translation>Roles: which side says a turn</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>Rule set</translation>
    </message>
    <message>
        <source>Rule sets</source>
        <translation>Rule sets</translation>
    </message>
    <message>
        <source>Rule sets…</source>
        <translation>Rule sets…</translation>
    </message>
    <message>
        <source>Rule “{rule}”: {words} (turns: {turns})</source>
        <translation>Rule “{rule}”: {words} (turns: {turns})</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Rules that are run together, with one preview and one undo step. Save rules from Edit → Replace.</source>
        <translation>Rules that are run together, with one preview and one undo step. Save rules from Edit → Replace.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Run over several turns</source>
        <translation>Run over several turns</translation>
    </message>
    <message>
        <source>Run rule set</source>
        <translation>Run rule set</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Runs on</translation>
    </message>
    <message>
        <source>Russian National Corpus, spoken (XHTML)</source>
        <translation>Russian National Corpus, spoken (XHTML)</translation>
    </message>
    <message>
        <source>SALT</source>
        <translation>SALT</translation>
    </message>
    <message>
        <source>SNILS</source>
        <translation>SNILS</translation>
    </message>
    <message>
        <source>STM, turns with their times for scoring</source>
        <translation>STM, turns with their times for scoring</translation>
    </message>
    <message numerus="yes">
        <source>Said in {n} parts</source>
        <translation>
            <numerusform>Said in {n} part</numerusform>
            <numerusform>Said in {n} parts</numerusform>
        </translation>
    </message>
    <message>
        <source>SaluteSpeech</source>
        <translation>SaluteSpeech</translation>
    </message>
    <message>
        <source>Salvage what can be read…</source>
        <translation>Salvage what can be read…</translation>
    </message>
    <message>
        <source>Same fix</source>
        <translation>Same fix</translation>
    </message>
    <message>
        <source>Same fix elsewhere</source>
        <translation>Same fix elsewhere</translation>
    </message>
    <message>
        <source>Sample in English</source>
        <translation>Sample in English</translation>
    </message>
    <message>
        <source>Sample in Russian</source>
        <translation>Sample in Russian</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Save a copy elsewhere</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Save a copy elsewhere…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Save as rule</source>
        <translation>Save as rule</translation>
    </message>
    <message>
        <source>Save as rule…</source>
        <translation>Save as rule…</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <source>Save topic</source>
        <translation>Save topic</translation>
    </message>
    <message>
        <source>Saved a copy of {size} as {name} in {folder}.</source>
        <translation>Saved a copy of {size} as {name} in {folder}.</translation>
    </message>
    <message>
        <source>Saved as {name}; work goes on there.</source>
        <translation>Saved as {name}; work goes on there.</translation>
    </message>
    <message>
        <source>Saved in the rule set {name}.</source>
        <translation>Saved in the rule set {name}.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Saving a copy</translation>
    </message>
    <message>
        <source>Say how far two versions of calls agree, in a project or in two</source>
        <translation>Say how far two versions of calls agree, in a project or in two</translation>
    </message>
    <message>
        <source>Say over each column what it holds. A column with the words is needed.</source>
        <translation>Say over each column what it holds. A column with the words is needed.</translation>
    </message>
    <message>
        <source>Say what is suspect in transcripts, and why</source>
        <translation>Say what is suspect in transcripts, and why</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Searching</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>See annotator formats (default: by the suffix)</source>
        <translation>See annotator formats (default: by the suffix)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>SegLST, segments for scoring (JSON)</source>
        <translation>SegLST, segments for scoring (JSON)</translation>
    </message>
    <message>
        <source>Select at least two turns to merge.</source>
        <translation>Select at least two turns to merge.</translation>
    </message>
    <message>
        <source>Set the colour of {speaker}</source>
        <translation>Set the colour of {speaker}</translation>
    </message>
    <message>
        <source>Set the role of {speaker}</source>
        <translation>Set the role of {speaker}</translation>
    </message>
    <message>
        <source>Shares of training, validation and test (default: 80,10,10)</source>
        <translation>Shares of training, validation and test (default: 80,10,10)</translation>
    </message>
    <message>
        <source>Short, as it will stand in the table</source>
        <translation>Short, as it will stand in the table</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Show all turns again</source>
        <translation>Show all turns again</translation>
    </message>
    <message>
        <source>Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)</source>
        <translation>Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)</translation>
    </message>
    <message>
        <source>Show only the turns that hold the words</source>
        <translation>Show only the turns that hold the words</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>Show the version and exit</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>Show this help and exit</translation>
    </message>
    <message>
        <source>Shown; click to leave this kind out</source>
        <translation>Shown; click to leave this kind out</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Somebody has {path} open. Open it for reading, or a copy.</source>
        <translation>Somebody has {path} open. Open it for reading, or a copy.</translation>
    </message>
    <message>
        <source>Something is still being written to the project. Try again in a moment.</source>
        <translation>Something is still being written to the project. Try again in a moment.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}), and the last change is not saved. What you typed stays open: try again.</source>
        <translation>Something unexpected happened ({kind}), and the last change is not saved. What you typed stays open: try again.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}). What is marked as saved is saved.</source>
        <translation>Something unexpected happened ({kind}). What is marked as saved is saved.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Source of turn {number}</source>
        <translation>Source of turn {number}</translation>
    </message>
    <message>
        <source>Source under edited turns</source>
        <translation>Source under edited turns</translation>
    </message>
    <message>
        <source>Source, {speaker}:</source>
        <translation>Source, {speaker}:</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Source:</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Speaker is unclear</source>
        <translation>Speaker is unclear</translation>
    </message>
    <message>
        <source>Speaker n of the selected turns</source>
        <translation>Speaker n of the selected turns</translation>
    </message>
    <message>
        <source>Speaker was {speaker}; the words are the same.</source>
        <translation>Speaker was {speaker}; the words are the same.</translation>
    </message>
    <message>
        <source>Speaker {digit}</source>
        <translation>Speaker {digit}</translation>
    </message>
    <message>
        <source>Speaker {number}</source>
        <translation>Speaker {number}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <source>Speakers are right from here on</source>
        <translation>Speakers are right from here on</translation>
    </message>
    <message>
        <source>Speakers of the call</source>
        <translation>Speakers of the call</translation>
    </message>
    <message>
        <source>Speakers: kappa {kappa}</source>
        <translation>Speakers: kappa {kappa}</translation>
    </message>
    <message>
        <source>Speakers: who said which word (DiarizationLM)</source>
        <translation>Speakers: who said which word (DiarizationLM)</translation>
    </message>
    <message>
        <source>Speech research</source>
        <translation>Speech research</translation>
    </message>
    <message>
        <source>Speechmatics</source>
        <translation>Speechmatics</translation>
    </message>
    <message>
        <source>Split at the caret; both parts keep the speaker</source>
        <translation>Split at the caret; both parts keep the speaker</translation>
    </message>
    <message>
        <source>Split at the caret; the second part gets the other speaker</source>
        <translation>Split at the caret; the second part gets the other speaker</translation>
    </message>
    <message>
        <source>Split by call</source>
        <translation>Split by call</translation>
    </message>
    <message>
        <source>Split here, the speaker stays</source>
        <translation>Split here, the speaker stays</translation>
    </message>
    <message>
        <source>Split turn {number}</source>
        <translation>Split turn {number}</translation>
    </message>
    <message>
        <source>Split “{before} | {after}”, same speaker</source>
        <translation>Split “{before} | {after}”, same speaker</translation>
    </message>
    <message>
        <source>Split “{before} | {after}”, the rest to {speaker}</source>
        <translation>Split “{before} | {after}”, the rest to {speaker}</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Stands there</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Started anew: confidences are those of the detectors until you decide more findings.</source>
        <translation>Started anew: confidences are those of the detectors until you decide more findings.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistics…</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Stay here</translation>
    </message>
    <message>
        <source>Still checking this call.</source>
        <translation>Still checking this call.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Strong sign</source>
        <translation>Strong sign</translation>
    </message>
    <message>
        <source>Stumble</source>
        <translation>Stumble</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Subtitles</translation>
    </message>
    <message>
        <source>Subtitles (ASS, SSA)</source>
        <translation>Subtitles (ASS, SSA)</translation>
    </message>
    <message>
        <source>Subtitles (SRT), speakers before a colon</source>
        <translation>Subtitles (SRT), speakers before a colon</translation>
    </message>
    <message>
        <source>Subtitles in frames (MicroDVD)</source>
        <translation>Subtitles in frames (MicroDVD)</translation>
    </message>
    <message>
        <source>Subtitles in tenths of a second (MPL2)</source>
        <translation>Subtitles in tenths of a second (MPL2)</translation>
    </message>
    <message>
        <source>Subtitles of TMPlayer</source>
        <translation>Subtitles of TMPlayer</translation>
    </message>
    <message>
        <source>Swap roles with</source>
        <translation>Swap roles with</translation>
    </message>
    <message>
        <source>Swap the roles of the two speakers</source>
        <translation>Swap the roles of the two speakers</translation>
    </message>
    <message>
        <source>Swap the roles of {a} and {b}</source>
        <translation>Swap the roles of {a} and {b}</translation>
    </message>
    <message numerus="yes">
        <source>Swap the speakers of {n} turns</source>
        <translation>
            <numerusform>Swap the speakers of {n} turn</numerusform>
            <numerusform>Swap the speakers of {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap the two roles</source>
        <translation>Swap the two roles</translation>
    </message>
    <message>
        <source>Swap the two roles: the speakers exchange name and role, every turn stays with its speaker</source>
        <translation>Swap the two roles: the speakers exchange name and role, every turn stays with its speaker</translation>
    </message>
    <message>
        <source>Switch off “{phrase}”</source>
        <translation>Switch off “{phrase}”</translation>
    </message>
    <message>
        <source>T-Bank VoiceKit</source>
        <translation>T-Bank VoiceKit</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Table for spreadsheets</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV), with an apostrophe before = + - @</source>
        <translation>Table for spreadsheets (CSV), with an apostrophe before = + - @</translation>
    </message>
    <message>
        <source>Table of calls…</source>
        <translation>Table of calls…</translation>
    </message>
    <message>
        <source>Table of findings…</source>
        <translation>Table of findings…</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Table with tabs</translation>
    </message>
    <message>
        <source>Table with tabs between cells (TSV), with an apostrophe before = + - @</source>
        <translation>Table with tabs between cells (TSV), with an apostrophe before = + - @</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag from turn {number} until the next topic mark</source>
        <translation>Tag from turn {number} until the next topic mark</translation>
    </message>
    <message numerus="yes">
        <source>Tag only the {n} turns with these words</source>
        <translation>
            <numerusform>Tag only the {n} turn with these words</numerusform>
            <numerusform>Tag only the {n} turns with these words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag the {n} selected turns</source>
        <translation>
            <numerusform>Tag the {n} selected turn</numerusform>
            <numerusform>Tag the {n} selected turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag topics with {first} to {last}, or press {done} when the call is done.</source>
        <translation>Tag topics with {first} to {last}, or press {done} when the call is done.</translation>
    </message>
    <message numerus="yes">
        <source>Tag {n} turns with {topic}</source>
        <translation>
            <numerusform>Tag {n} turn with {topic}</numerusform>
            <numerusform>Tag {n} turns with {topic}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take A</source>
        <translation>Take A</translation>
    </message>
    <message>
        <source>Take B</source>
        <translation>Take B</translation>
    </message>
    <message>
        <source>Take a place from {name}</source>
        <translation>Take a place from {name}</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Take it away</translation>
    </message>
    <message>
        <source>Take it away from there?</source>
        <translation>Take it away from there?</translation>
    </message>
    <message numerus="yes">
        <source>Take the bookmarks off {n} turns</source>
        <translation>
            <numerusform>Take the bookmark off {n} turn</numerusform>
            <numerusform>Take the bookmarks off {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the texts into a new project…</source>
        <translation>Take the texts into a new project…</translation>
    </message>
    <message>
        <source>Take “{word}” out of the project's dictionary</source>
        <translation>Take “{word}” out of the project's dictionary</translation>
    </message>
    <message numerus="yes">
        <source>Takes back {n} changes, one after the other. They can be done again.</source>
        <translation>
            <numerusform>Takes back {n} change. It can be done again.</numerusform>
            <numerusform>Takes back {n} changes, one after the other. They can be done again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell ё from е</source>
        <translation>Tell ё from е</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Template; [ ] is left out where it would be empty</source>
        <translation>Template; [ ] is left out where it would be empty</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in the shape of the source</source>
        <translation>Text in the shape of the source</translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation>Text mode</translation>
    </message>
    <message>
        <source>TextGrid for Praat, a tier a speaker</source>
        <translation>TextGrid for Praat, a tier a speaker</translation>
    </message>
    <message>
        <source>That was the first one; going round.</source>
        <translation>That was the first one; going round.</translation>
    </message>
    <message>
        <source>That was the last one; going round.</source>
        <translation>That was the last one; going round.</translation>
    </message>
    <message>
        <source>The beginning, before all changes</source>
        <translation>The beginning, before all changes</translation>
    </message>
    <message>
        <source>The bytes that {name} was imported from are no longer as they were written.</source>
        <translation>The bytes that {name} was imported from are no longer as they were written.</translation>
    </message>
    <message>
        <source>The call is as it was then.</source>
        <translation>The call is as it was then.</translation>
    </message>
    <message>
        <source>The call was not there yet. Choose a later point.</source>
        <translation>The call was not there yet. Choose a later point.</translation>
    </message>
    <message>
        <source>The calls as they are and as they were imported. No history, drafts, settings, working hours, pseudonyms, and nothing that was learned. It is smaller.</source>
        <translation>The calls as they are and as they were imported. No history, drafts, settings, working hours, pseudonyms, and nothing that was learned. It is smaller.</translation>
    </message>
    <message>
        <source>The calls stay as they are, and what was imported stays too. What you changed is forgotten: how it was before.</source>
        <translation>The calls stay as they are, and what was imported stays too. What you changed is forgotten: how it was before.</translation>
    </message>
    <message>
        <source>The calls were not looked at.</source>
        <translation>The calls were not looked at.</translation>
    </message>
    <message>
        <source>The character {character} ({code}) cannot be written in {encoding}. Export as UTF-8, or replace it in the text.</source>
        <translation>The character {character} ({code}) cannot be written in {encoding}. Export as UTF-8, or replace it in the text.</translation>
    </message>
    <message>
        <source>The check of speakers learns from the calls that you have finished, on this computer. What it has learned is used in this project, and only if it does better on calls that it has not seen.</source>
        <translation>The check of speakers learns from the calls that you have finished, on this computer. What it has learned is used in this project, and only if it does better on calls that it has not seen.</translation>
    </message>
    <message>
        <source>The check stopped unexpectedly. Your work is saved; reopen the call to check it again.</source>
        <translation>The check stopped unexpectedly. Your work is saved; reopen the call to check it again.</translation>
    </message>
    <message>
        <source>The check was stopped. It starts again with the next change, or when the call is opened again.</source>
        <translation>The check was stopped. It starts again with the next change, or when the call is opened again.</translation>
    </message>
    <message>
        <source>The confidence says only how many different rules hold: {count}</source>
        <translation>The confidence says only how many different rules hold: {count}</translation>
    </message>
    <message>
        <source>The detector says {confidence}; your decisions in this project correct it.</source>
        <translation>The detector says {confidence}; your decisions in this project correct it.</translation>
    </message>
    <message>
        <source>The disk may be failing. Nothing was altered; compare with a backup.</source>
        <translation>The disk may be failing. Nothing was altered; compare with a backup.</translation>
    </message>
    <message>
        <source>The disk or folder with {path} reports an error ({reason}). Nothing was changed.</source>
        <translation>The disk or folder with {path} reports an error ({reason}). Nothing was changed.</translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation>The disk with {path} is full. Nothing was changed; free some space and try again.</translation>
    </message>
    <message>
        <source>The encoding was guessed: {encoding}. If letters look wrong, choose another one.</source>
        <translation>The encoding was guessed: {encoding}. If letters look wrong, choose another one.</translation>
    </message>
    <message>
        <source>The file breaks off in its last cue, which has no words.</source>
        <translation>The file breaks off in its last cue, which has no words.</translation>
    </message>
    <message>
        <source>The file breaks off: the beginning of one more cue is left out.</source>
        <translation>The file breaks off: the beginning of one more cue is left out.</translation>
    </message>
    <message>
        <source>The file does not say where anything begins: all of it is one turn.</source>
        <translation>The file does not say where anything begins: all of it is one turn.</translation>
    </message>
    <message>
        <source>The file holds the speech twice, the second time with its speakers. That one is taken.</source>
        <translation>The file holds the speech twice, the second time with its speakers. That one is taken.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} recordings: they were read as one call, in the order of the file.</source>
        <translation>
            <numerusform>The file holds {n} recording: it was read as one call, in the order of the file.</numerusform>
            <numerusform>The file holds {n} recordings: they were read as one call, in the order of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} recordings: they were read as one call, one after the other.</source>
        <translation>
            <numerusform>The file holds {n} recording.</numerusform>
            <numerusform>The file holds {n} recordings: they were read as one call, one after the other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds {n} tasks: they were read as one call, in the order of the file.</source>
        <translation>
            <numerusform>The file holds {n} task: it was read as one call, in the order of the file.</numerusform>
            <numerusform>The file holds {n} tasks: they were read as one call, in the order of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is cut off or damaged: {n} intervals are missing.</source>
        <translation>
            <numerusform>The file is cut off or damaged: {n} interval is missing.</numerusform>
            <numerusform>The file is cut off or damaged: {n} intervals are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is damaged: {n} labels have no closing quotation mark.</source>
        <translation>
            <numerusform>The file is damaged: {n} label has no closing quotation mark.</numerusform>
            <numerusform>The file is damaged: {n} labels have no closing quotation mark.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file only says where the speaker changes: two speakers were taken to speak by turns.</source>
        <translation>The file only says where the speaker changes: two speakers were taken to speak by turns.</translation>
    </message>
    <message>
        <source>The file was not altered.</source>
        <translation>The file was not altered.</translation>
    </message>
    <message>
        <source>The file was not altered. Backups are kept apart from it; what can still be read of it can be taken over too.</source>
        <translation>The file was not altered. Backups are kept apart from it; what can still be read of it can be taken over too.</translation>
    </message>
    <message>
        <source>The file was not altered. Update annotator, or ask for a copy that was made by this version.</source>
        <translation>The file was not altered. Update annotator, or ask for a copy that was made by this version.</translation>
    </message>
    <message>
        <source>The file was only looked at.</source>
        <translation>The file was only looked at.</translation>
    </message>
    <message>
        <source>The files you imported or exported are left as they are.</source>
        <translation>The files you imported or exported are left as they are.</translation>
    </message>
    <message>
        <source>The filter left turn {number} out; all turns are shown now.</source>
        <translation>The filter left turn {number} out; all turns are shown now.</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>The first lines in this encoding</translation>
    </message>
    <message>
        <source>The first row names the columns, each once: {titles}. Only the first is needed.</source>
        <translation>The first row names the columns, each once: {titles}. Only the first is needed.</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>The first rows</translation>
    </message>
    <message>
        <source>The first turn is pinned: the speakers are right from there on. Take the pin off to flip them.</source>
        <translation>The first turn is pinned: the speakers are right from there on. Take the pin off to flip them.</translation>
    </message>
    <message>
        <source>The first turns</source>
        <translation>The first turns</translation>
    </message>
    <message>
        <source>The first turns of this call</source>
        <translation>The first turns of this call</translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} turns, and {n} more.</source>
        <translation>
            <numerusform>The first {shown} turns, and {n} more.</numerusform>
            <numerusform>The first {shown} turns, and {n} more.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format {format} does not hold: {contents}</source>
        <translation>The format {format} does not hold: {contents}</translation>
    </message>
    <message>
        <source>The format {name} can only be read. These can be written: {known}.</source>
        <translation>The format {name} can only be read. These can be written: {known}.</translation>
    </message>
    <message>
        <source>The format {name} can only be written. These can be read: {known}.</source>
        <translation>The format {name} can only be written. These can be read: {known}.</translation>
    </message>
    <message>
        <source>The history of changes could not be taken over.</source>
        <translation>The history of changes could not be taken over.</translation>
    </message>
    <message>
        <source>The history of changes is lost</source>
        <translation>The history of changes is lost</translation>
    </message>
    <message>
        <source>The history of changes was kept</source>
        <translation>The history of changes was kept</translation>
    </message>
    <message>
        <source>The history of the import was deleted. Single turns can be reverted to their source.</source>
        <translation>The history of the import was deleted. Single turns can be reverted to their source.</translation>
    </message>
    <message>
        <source>The history that this needs was deleted. Choose a later point.</source>
        <translation>The history that this needs was deleted. Choose a later point.</translation>
    </message>
    <message>
        <source>The history was deleted after this: it cannot be undone.</source>
        <translation>The history was deleted after this: it cannot be undone.</translation>
    </message>
    <message>
        <source>The history was deleted.</source>
        <translation>The history was deleted.</translation>
    </message>
    <message>
        <source>The journal of {path} is damaged. The file was left as it is.</source>
        <translation>The journal of {path} is damaged. The file was left as it is.</translation>
    </message>
    <message>
        <source>The keys that you have changed are in {name}.</source>
        <translation>The keys that you have changed are in {name}.</translation>
    </message>
    <message>
        <source>The line is no JSON: left out.</source>
        <translation>The line is no JSON: left out.</translation>
    </message>
    <message>
        <source>The merged project is {name}.</source>
        <translation>The merged project is {name}.</translation>
    </message>
    <message>
        <source>The name of {path} is too long: files that stand beside it would have none. Shorten it.</source>
        <translation>The name of {path} is too long: files that stand beside it would have none. Shorten it.</translation>
    </message>
    <message>
        <source>The number “{left}” is torn from its noun “{right}”</source>
        <translation>The number “{left}” is torn from its noun “{right}”</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. Make room, or send it elsewhere.</source>
        <translation>The output cannot be written: {reason}. Make room, or send it elsewhere.</translation>
    </message>
    <message>
        <source>The program did not get as far as to show {name}, twice in a row. So it was not opened now; it is as it was.</source>
        <translation>The program did not get as far as to show {name}, twice in a row. So it was not opened now; it is as it was.</translation>
    </message>
    <message>
        <source>The project as it is now cannot be read.</source>
        <translation>The project as it is now cannot be read.</translation>
    </message>
    <message>
        <source>The project has changed meanwhile; nothing was done. Try again.</source>
        <translation>The project has changed meanwhile; nothing was done. Try again.</translation>
    </message>
    <message>
        <source>The project has no turns. Import calls first.</source>
        <translation>The project has no turns. Import calls first.</translation>
    </message>
    <message>
        <source>The project holds {now} turns; when it was backed up before, it held {before}. All backups are kept.</source>
        <translation>The project holds {now} turns; when it was backed up before, it held {before}. All backups are kept.</translation>
    </message>
    <message>
        <source>The project is as it was.</source>
        <translation>The project is as it was.</translation>
    </message>
    <message>
        <source>The project is as it was. If it is on a network or a removable drive, see that it is connected.</source>
        <translation>The project is as it was. If it is on a network or a removable drive, see that it is connected.</translation>
    </message>
    <message>
        <source>The project is here.</source>
        <translation>The project is here.</translation>
    </message>
    <message>
        <source>The project is not where it was; what is restored is put there.</source>
        <translation>The project is not where it was; what is restored is put there.</translation>
    </message>
    <message>
        <source>The replacement is not understood: {reason}.</source>
        <translation>The replacement is not understood: {reason}.</translation>
    </message>
    <message>
        <source>The row ends before the column of the words: left out.</source>
        <translation>The row ends before the column of the words: left out.</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns: is a quotation mark missing?</source>
        <translation>The row has more cells than there are columns: is a quotation mark missing?</translation>
    </message>
    <message>
        <source>The same number for the same person, phone …</source>
        <translation>The same number for the same person, phone …</translation>
    </message>
    <message>
        <source>The same number makes the same split</source>
        <translation>The same number makes the same split</translation>
    </message>
    <message>
        <source>The same speaker each time</source>
        <translation>The same speaker each time</translation>
    </message>
    <message numerus="yes">
        <source>The same {n} words stand here {times} times without a pause</source>
        <translation>
            <numerusform>The same {n} word stands here {times} times without a pause</numerusform>
            <numerusform>The same {n} words stand here {times} times without a pause</numerusform>
        </translation>
    </message>
    <message>
        <source>The search stopped unexpectedly. Try again.</source>
        <translation>The search stopped unexpectedly. Try again.</translation>
    </message>
    <message>
        <source>The search was cancelled: there may be more hits than these.</source>
        <translation>The search was cancelled: there may be more hits than these.</translation>
    </message>
    <message>
        <source>The sentence runs on: “{left} | {right}”</source>
        <translation>The sentence runs on: “{left} | {right}”</translation>
    </message>
    <message>
        <source>The set {set} has a rule called {name} already.</source>
        <translation>The set {set} has a rule called {name} already.</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.</source>
        <translation>The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.</translation>
    </message>
    <message>
        <source>The speaker changes between words of one segment: it was divided there.</source>
        <translation>The speaker changes between words of one segment: it was divided there.</translation>
    </message>
    <message>
        <source>The task has no dialogue and no transcribed regions: left out.</source>
        <translation>The task has no dialogue and no transcribed regions: left out.</translation>
    </message>
    <message>
        <source>The template has more than two lines with ---: before the turns, and after them.</source>
        <translation>The template has more than two lines with ---: before the turns, and after them.</translation>
    </message>
    <message>
        <source>The template has no line for a turn. Write one, e.g. {example}</source>
        <translation>The template has no line for a turn. Write one, e.g. {example}</translation>
    </message>
    <message>
        <source>The template is empty. Write a line for a turn, e.g. {example}</source>
        <translation>The template is empty. Write a line for a turn, e.g. {example}</translation>
    </message>
    <message numerus="yes">
        <source>The template is longer than {n} characters.</source>
        <translation>
            <numerusform>The template is longer than {n} character.</numerusform>
            <numerusform>The template is longer than {n} characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The template that is called so will be replaced.</source>
        <translation>The template that is called so will be replaced.</translation>
    </message>
    <message>
        <source>The text beside {name} has {lines} lines, but there are {segments} segments of speech, {turns} turns. Write a line for each, or put a CTM with the times of words beside it.</source>
        <translation>The text beside {name} has {lines} lines, but there are {segments} segments of speech, {turns} turns. Write a line for each, or put a CTM with the times of words beside it.</translation>
    </message>
    <message>
        <source>The time goes backwards here; the order of the file is kept.</source>
        <translation>The time goes backwards here; the order of the file is kept.</translation>
    </message>
    <message>
        <source>The topics or the history are no longer as they were written.</source>
        <translation>The topics or the history are no longer as they were written.</translation>
    </message>
    <message>
        <source>The transcript has changed meanwhile; nothing was done. Try again.</source>
        <translation>The transcript has changed meanwhile; nothing was done. Try again.</translation>
    </message>
    <message>
        <source>The turn ends on the conjunction “{word}”</source>
        <translation>The turn ends on the conjunction “{word}”</translation>
    </message>
    <message>
        <source>The turn ends on the preposition “{word}”</source>
        <translation>The turn ends on the preposition “{word}”</translation>
    </message>
    <message>
        <source>The turn has got another text since this was typed. Nothing is replaced unless you say so.</source>
        <translation>The turn has got another text since this was typed. Nothing is replaced unless you say so.</translation>
    </message>
    <message>
        <source>The turn only repeats what is said elsewhere</source>
        <translation>The turn only repeats what is said elsewhere</translation>
    </message>
    <message>
        <source>The turn that was being edited is no longer there. What was typed: {text}</source>
        <translation>The turn that was being edited is no longer there. What was typed: {text}</translation>
    </message>
    <message>
        <source>The turns of this call have no times.</source>
        <translation>The turns of this call have no times.</translation>
    </message>
    <message>
        <source>The two versions agree everywhere.</source>
        <translation>The two versions agree everywhere.</translation>
    </message>
    <message>
        <source>The whole call as JSON</source>
        <translation>The whole call as JSON</translation>
    </message>
    <message>
        <source>The words are gone for good.</source>
        <translation>The words are gone for good.</translation>
    </message>
    <message>
        <source>The words go from the turns, from what was imported, from the history, drafts and settings of this project.</source>
        <translation>The words go from the turns, from what was imported, from the history, drafts and settings of this project.</translation>
    </message>
    <message>
        <source>The words have changed since they were found; nothing was done.</source>
        <translation>The words have changed since they were found; nothing was done.</translation>
    </message>
    <message>
        <source>The words have changed since this was found; nothing was done.</source>
        <translation>The words have changed since this was found; nothing was done.</translation>
    </message>
    <message>
        <source>The words of checked findings are redacted for good, all at once.</source>
        <translation>The words of checked findings are redacted for good, all at once.</translation>
    </message>
    <message>
        <source>There are fewer than two speakers: checks of speakers need two.</source>
        <translation>There are fewer than two speakers: checks of speakers need two.</translation>
    </message>
    <message>
        <source>There are no backups yet. One is made each day that a project is open, some seconds after it is opened.</source>
        <translation>There are no backups yet. One is made each day that a project is open, some seconds after it is opened.</translation>
    </message>
    <message>
        <source>There are no bookmarks in this call.</source>
        <translation>There are no bookmarks in this call.</translation>
    </message>
    <message>
        <source>There are no files to import.</source>
        <translation>There are no files to import.</translation>
    </message>
    <message>
        <source>There are no rules yet. Import some, or save one from Edit → Replace.</source>
        <translation>There are no rules yet. Import some, or save one from Edit → Replace.</translation>
    </message>
    <message>
        <source>There are no topics to export yet.</source>
        <translation>There are no topics to export yet.</translation>
    </message>
    <message>
        <source>There are no turns.</source>
        <translation>There are no turns.</translation>
    </message>
    <message>
        <source>There are no two speakers to exchange.</source>
        <translation>There are no two speakers to exchange.</translation>
    </message>
    <message>
        <source>There are no words to redact here.</source>
        <translation>There are no words to redact here.</translation>
    </message>
    <message numerus="yes">
        <source>There are {n} signs that the roles are swapped, and {others} that they are not</source>
        <translation>
            <numerusform>There is {n} sign that the roles are swapped, and {others} that they are not</numerusform>
            <numerusform>There are {n} signs that the roles are swapped, and {others} that they are not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are {n} speakers; calls of two are what checks of speakers are made for.</source>
        <translation>
            <numerusform>There is {n} speaker; calls of two are what checks of speakers are made for.</numerusform>
            <numerusform>There are {n} speakers; calls of two are what checks of speakers are made for.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a speaker {speaker} in this transcript.</source>
        <translation>There is already a speaker {speaker} in this transcript.</translation>
    </message>
    <message>
        <source>There is already a topic called {name}.</source>
        <translation>There is already a topic called {name}.</translation>
    </message>
    <message>
        <source>There is already a transcript {id} in this project.</source>
        <translation>There is already a transcript {id} in this project.</translation>
    </message>
    <message>
        <source>There is already one called {name}.</source>
        <translation>There is already one called {name}.</translation>
    </message>
    <message>
        <source>There is no detector {name}. There are: {known}.</source>
        <translation>There is no detector {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding}. Choose one of {known}.</source>
        <translation>There is no encoding {encoding}. Choose one of {known}.</translation>
    </message>
    <message>
        <source>There is no format {name}. There are: {known}.</source>
        <translation>There is no format {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no kind of findings {name}. There are: {known}.</source>
        <translation>There is no kind of findings {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no kind of personal data {name}. There are: {known}.</source>
        <translation>There is no kind of personal data {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no other version of this call in the project. Merge the project of the other reviewer first.</source>
        <translation>There is no other version of this call in the project. Merge the project of the other reviewer first.</translation>
    </message>
    <message>
        <source>There is no placeholder {name}. There are: {known}.</source>
        <translation>There is no placeholder {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no recipe {name}. There are: {known}.</source>
        <translation>There is no recipe {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot be opened.</source>
        <translation>There is no screen here, so the window cannot be opened.</translation>
    </message>
    <message>
        <source>There is no second way to repair this.</source>
        <translation>There is no second way to repair this.</translation>
    </message>
    <message>
        <source>There is no speaker {speaker} in this transcript.</source>
        <translation>There is no speaker {speaker} in this transcript.</translation>
    </message>
    <message>
        <source>There is no such backup of {path}. See annotator backups.</source>
        <translation>There is no such backup of {path}. See annotator backups.</translation>
    </message>
    <message>
        <source>There is no such file or folder: {path}. Check the name.</source>
        <translation>There is no such file or folder: {path}. Check the name.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in this project.</source>
        <translation>There is no transcript {id} in this project.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in {path}. See annotator list.</source>
        <translation>There is no transcript {id} in {path}. See annotator list.</translation>
    </message>
    <message>
        <source>There is no turn to join it with.</source>
        <translation>There is no turn to join it with.</translation>
    </message>
    <message>
        <source>There is no turn “{text}”: they have the numbers 1 to {last}.</source>
        <translation>There is no turn “{text}”: they have the numbers 1 to {last}.</translation>
    </message>
    <message>
        <source>There is no visible turn to move the words to.</source>
        <translation>There is no visible turn to move the words to.</translation>
    </message>
    <message>
        <source>There is no {columns} in a table. There are: {known}.</source>
        <translation>There is no {columns} in a table. There are: {known}.</translation>
    </message>
    <message>
        <source>There is nothing more to undo or redo.</source>
        <translation>There is nothing more to undo or redo.</translation>
    </message>
    <message>
        <source>There is nothing to change here.</source>
        <translation>There is nothing to change here.</translation>
    </message>
    <message>
        <source>There is nothing to move: put the cursor between two words.</source>
        <translation>There is nothing to move: put the cursor between two words.</translation>
    </message>
    <message>
        <source>There is nothing to split here: put the cursor between two words.</source>
        <translation>There is nothing to split here: put the cursor between two words.</translation>
    </message>
    <message>
        <source>There is too little to learn from. It takes at least {calls} finished calls of two people, with {edges} changes of speaker.</source>
        <translation>There is too little to learn from. It takes at least {calls} finished calls of two people, with {edges} changes of speaker.</translation>
    </message>
    <message>
        <source>These are not two versions of one call: what was imported differs.</source>
        <translation>These are not two versions of one call: what was imported differs.</translation>
    </message>
    <message>
        <source>These rules are too many or too long to be kept. Delete some first.</source>
        <translation>These rules are too many or too long to be kept. Delete some first.</translation>
    </message>
    <message>
        <source>These rules cannot be read: {where}, “{field}”: {why}</source>
        <translation>These rules cannot be read: {where}, “{field}”: {why}</translation>
    </message>
    <message>
        <source>These rules were written by a newer version. Update the program.</source>
        <translation>These rules were written by a newer version. Update the program.</translation>
    </message>
    <message>
        <source>They differ in: {what}</source>
        <translation>They differ in: {what}</translation>
    </message>
    <message>
        <source>They differ, both are kept: {first} and {second}</source>
        <translation>They differ, both are kept: {first} and {second}</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>This call</translation>
    </message>
    <message>
        <source>This call has no times, and the format is made of them. Export it as text, a document or a table instead.</source>
        <translation>This call has no times, and the format is made of them. Export it as text, a document or a table instead.</translation>
    </message>
    <message numerus="yes">
        <source>This call has {n} speakers. Add one in the speakers panel.</source>
        <translation>
            <numerusform>This call has {n} speaker. Add one in the speakers panel.</numerusform>
            <numerusform>This call has {n} speakers. Add one in the speakers panel.</numerusform>
        </translation>
    </message>
    <message>
        <source>This call is not checked</source>
        <translation>This call is not checked</translation>
    </message>
    <message>
        <source>This call: {name}</source>
        <translation>This call: {name}</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>This cannot be undone.</translation>
    </message>
    <message>
        <source>This cannot be undone; what was done since then can.</source>
        <translation>This cannot be undone; what was done since then can.</translation>
    </message>
    <message>
        <source>This file can be read in several ways. Which one gives what was said?</source>
        <translation>This file can be read in several ways. Which one gives what was said?</translation>
    </message>
    <message>
        <source>This file holds no rules: “{field}” is missing.</source>
        <translation>This file holds no rules: “{field}” is missing.</translation>
    </message>
    <message>
        <source>This file is too big to hold rules.</source>
        <translation>This file is too big to hold rules.</translation>
    </message>
    <message>
        <source>This finding has no alternative.</source>
        <translation>This finding has no alternative.</translation>
    </message>
    <message>
        <source>This finding has no such place.</source>
        <translation>This finding has no such place.</translation>
    </message>
    <message>
        <source>This is no JSON ({reason}). Export the codebook again.</source>
        <translation>This is no JSON ({reason}). Export the codebook again.</translation>
    </message>
    <message>
        <source>This is no JSON{where}. Choose a file of rules.</source>
        <translation>This is no JSON{where}. Choose a file of rules.</translation>
    </message>
    <message>
        <source>This is no codebook of version {version}. Export it again.</source>
        <translation>This is no codebook of version {version}. Export it again.</translation>
    </message>
    <message>
        <source>This is no row of a table ({reason}). Save it as CSV UTF-8 again.</source>
        <translation>This is no row of a table ({reason}). Save it as CSV UTF-8 again.</translation>
    </message>
    <message numerus="yes">
        <source>This is too large for a project: {n} MB at most. Nothing was changed.</source>
        <translation>
            <numerusform>This is too large for a project: {n} MB at most. Nothing was changed.</numerusform>
            <numerusform>This is too large for a project: {n} MB at most. Nothing was changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>This pattern is not understood at character {place}: {reason}.</source>
        <translation>This pattern is not understood at character {place}: {reason}.</translation>
    </message>
    <message>
        <source>This pattern is not understood: {reason}.</source>
        <translation>This pattern is not understood: {reason}.</translation>
    </message>
    <message>
        <source>This pattern is too deep or repeats too often.</source>
        <translation>This pattern is too deep or repeats too often.</translation>
    </message>
    <message>
        <source>This pattern is too slow: {pattern}. Make it simpler.</source>
        <translation>This pattern is too slow: {pattern}. Make it simpler.</translation>
    </message>
    <message>
        <source>This project can only be read, so nothing can be replaced.</source>
        <translation>This project can only be read, so nothing can be replaced.</translation>
    </message>
    <message>
        <source>This project can only be read, so nothing that is learned could be kept.</source>
        <translation>This project can only be read, so nothing that is learned could be kept.</translation>
    </message>
    <message>
        <source>This project is in a folder of {service}. Close it here before it is opened on another computer: what two write at the same time becomes two files.</source>
        <translation>This project is in a folder of {service}. Close it here before it is opened on another computer: what two write at the same time becomes two files.</translation>
    </message>
    <message>
        <source>This project is noted as open on {host} by {user}.</source>
        <translation>This project is noted as open on {host} by {user}.</translation>
    </message>
    <message>
        <source>This project is on a network drive. Work with it in one place at a time, and keep the connection: not all of them keep two programs from writing at once.</source>
        <translation>This project is on a network drive. Work with it in one place at a time, and keep the connection: not all of them keep two programs from writing at once.</translation>
    </message>
    <message>
        <source>This project is open already; here it is.</source>
        <translation>This project is open already; here it is.</translation>
    </message>
    <message>
        <source>This topic is no longer in the codebook.</source>
        <translation>This topic is no longer in the codebook.</translation>
    </message>
    <message>
        <source>This turn has no topic that could end here.</source>
        <translation>This turn has no topic that could end here.</translation>
    </message>
    <message>
        <source>This turn is no longer there.</source>
        <translation>This turn is no longer there.</translation>
    </message>
    <message>
        <source>This was taken back, and then something else was done: it cannot be done again.</source>
        <translation>This was taken back, and then something else was done: it cannot be done again.</translation>
    </message>
    <message>
        <source>This was typed and not yet stored when the program ended.</source>
        <translation>This was typed and not yet stored when the program ended.</translation>
    </message>
    <message numerus="yes">
        <source>This would have lost the words of {n} imported turns, which is a fault of the program. Nothing was changed.</source>
        <translation>
            <numerusform>This would have lost the words of {n} imported turn, which is a fault of the program. Nothing was changed.</numerusform>
            <numerusform>This would have lost the words of {n} imported turns, which is a fault of the program. Nothing was changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Time of work</source>
        <translation>Time of work</translation>
    </message>
    <message>
        <source>Timed text (TTML, DFXP)</source>
        <translation>Timed text (TTML, DFXP)</translation>
    </message>
    <message>
        <source>Times are dates of a clock: they were counted from the first turn.</source>
        <translation>Times are dates of a clock: they were counted from the first turn.</translation>
    </message>
    <message>
        <source>Times are taken for milliseconds: as seconds they would be too long for the words.</source>
        <translation>Times are taken for milliseconds: as seconds they would be too long for the words.</translation>
    </message>
    <message>
        <source>To read and print</source>
        <translation>To read and print</translation>
    </message>
    <message>
        <source>To share: without history</source>
        <translation>To share: without history</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Today's backup could not be made; it is tried again when the project is opened next.</source>
        <translation>Today's backup could not be made; it is tried again when the project is opened next.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Topic n from here on, or for the selected turns</source>
        <translation>Topic n from here on, or for the selected turns</translation>
    </message>
    <message>
        <source>Topic suggested</source>
        <translation>Topic suggested</translation>
    </message>
    <message>
        <source>Topic {digit}</source>
        <translation>Topic {digit}</translation>
    </message>
    <message numerus="yes">
        <source>Topic {topic} on {n} turns</source>
        <translation>
            <numerusform>Topic {topic} on {n} turn</numerusform>
            <numerusform>Topic {topic} on {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Topics added</source>
        <translation>Topics added</translation>
    </message>
    <message>
        <source>Topics are nested {limit} deep at most.</source>
        <translation>Topics are nested {limit} deep at most.</translation>
    </message>
    <message>
        <source>Topics beside the turns</source>
        <translation>Topics beside the turns</translation>
    </message>
    <message>
        <source>Topics with two definitions, both kept</source>
        <translation>Topics with two definitions, both kept</translation>
    </message>
    <message>
        <source>Topics: alpha {alpha}</source>
        <translation>Topics: alpha {alpha}</translation>
    </message>
    <message>
        <source>Topics: of turns, and where they change</source>
        <translation>Topics: of turns, and where they change</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training pairs: source and corrected turns (JSON lines)</source>
        <translation>Training pairs: source and corrected turns (JSON lines)</translation>
    </message>
    <message>
        <source>Training sets</source>
        <translation>Training sets</translation>
    </message>
    <message>
        <source>Transcriber</source>
        <translation>Transcriber</translation>
    </message>
    <message>
        <source>Transcripts and projects</source>
        <translation>Transcripts and projects</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Try to open for writing</source>
        <translation>Try to open for writing</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Turn is reviewed</source>
        <translation>Turn is reviewed</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>Turn {number}</translation>
    </message>
    <message>
        <source>Turn {number} is hidden; the hidden turns are shown now.</source>
        <translation>Turn {number} is hidden; the hidden turns are shown now.</translation>
    </message>
    <message>
        <source>Turn {number} is longer than a cell takes ({limit} characters). Divide it.</source>
        <translation>Turn {number} is longer than a cell takes ({limit} characters). Divide it.</translation>
    </message>
    <message>
        <source>Turn {number} was changed by another program meanwhile, to “{text}”. What you typed is still in the editor.</source>
        <translation>Turn {number} was changed by another program meanwhile, to “{text}”. What you typed is still in the editor.</translation>
    </message>
    <message>
        <source>Turn {number}: {text}</source>
        <translation>Turn {number}: {text}</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Turns before as context (default: 3)</source>
        <translation>Turns before as context (default: 3)</translation>
    </message>
    <message>
        <source>Turns changed</source>
        <translation>Turns changed</translation>
    </message>
    <message>
        <source>Turns from one window to the next (default: 4)</source>
        <translation>Turns from one window to the next (default: 4)</translation>
    </message>
    <message>
        <source>Turns of a window (default: 8)</source>
        <translation>Turns of a window (default: 8)</translation>
    </message>
    <message>
        <source>Turns reviewed</source>
        <translation>Turns reviewed</translation>
    </message>
    <message>
        <source>Turns were joined over the border of this place meanwhile. Look at it again.</source>
        <translation>Turns were joined over the border of this place meanwhile. Look at it again.</translation>
    </message>
    <message>
        <source>Turns {first} to {last}</source>
        <translation>Turns {first} to {last}</translation>
    </message>
    <message>
        <source>Twilio Voice Intelligence</source>
        <translation>Twilio Voice Intelligence</translation>
    </message>
    <message>
        <source>Two calls (see list), or another project; by default all versions</source>
        <translation>Two calls (see list), or another project; by default all versions</translation>
    </message>
    <message>
        <source>Two names</source>
        <translation>Two names</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>Two people in one turn</source>
        <translation>Two people in one turn</translation>
    </message>
    <message>
        <source>Two people, one name</source>
        <translation>Two people, one name</translation>
    </message>
    <message>
        <source>Two replacements want the same words.</source>
        <translation>Two replacements want the same words.</translation>
    </message>
    <message>
        <source>Type the words to look for.</source>
        <translation>Type the words to look for.</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Undo: {what}</translation>
    </message>
    <message numerus="yes">
        <source>Unpin the speakers of {n} turns</source>
        <translation>
            <numerusform>Unpin the speakers of {n} turn</numerusform>
            <numerusform>Unpin the speakers of {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>Usage: </translation>
    </message>
    <message>
        <source>Use the defaults</source>
        <translation>Use the defaults</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Usual text size</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versions side by side</source>
        <translation>Versions side by side</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Vosk</source>
        <translation>Vosk</translation>
    </message>
    <message>
        <source>WDER</source>
        <translation>WDER</translation>
    </message>
    <message>
        <source>WER</source>
        <translation>WER</translation>
    </message>
    <message>
        <source>WER and CER: words and characters that are wrong, missing or too many. cpWER: the same of words, where those of the wrong speaker are wrong too; the bar shows it. WDER: words of the wrong speaker, of those that stand opposite others.</source>
        <translation>WER and CER: words and characters that are wrong, missing or too many. cpWER: the same of words, where those of the wrong speaker are wrong too; the bar shows it. WDER: words of the wrong speaker, of those that stand opposite others.</translation>
    </message>
    <message>
        <source>WER {rate}</source>
        <translation>WER {rate}</translation>
    </message>
    <message>
        <source>WORDS=SIDE</source>
        <translation>WORDS=SIDE</translation>
    </message>
    <message>
        <source>Wait until the files at work are done, or cancel them.</source>
        <translation>Wait until the files at work are done, or cancel them.</translation>
    </message>
    <message>
        <source>Was typed</source>
        <translation>Was typed</translation>
    </message>
    <message>
        <source>Weak sign</source>
        <translation>Weak sign</translation>
    </message>
    <message>
        <source>What a speaker is called</source>
        <translation>What a speaker is called</translation>
    </message>
    <message>
        <source>What a speaker of a side is called, e.g. operator=agent or guest=client, or says, e.g. "can I help=agent:sign"; operator=none switches a word off; can be given several times</source>
        <translation>What a speaker of a side is called, e.g. operator=agent or guest=client, or says, e.g. "can I help=agent:sign"; operator=none switches a word off; can be given several times</translation>
    </message>
    <message>
        <source>What a speaker says</source>
        <translation>What a speaker says</translation>
    </message>
    <message>
        <source>What became of the findings</source>
        <translation>What became of the findings</translation>
    </message>
    <message>
        <source>What column {name} holds</source>
        <translation>What column {name} holds</translation>
    </message>
    <message>
        <source>What files in a folder are called, e.g. {example}</source>
        <translation>What files in a folder are called, e.g. {example}</translation>
    </message>
    <message>
        <source>What is kept of {name} is no longer as it was written.</source>
        <translation>What is kept of {name} is no longer as it was written.</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>What is spread evenly over the splits: topic, length, both or none (default: topic,length)</source>
        <translation>What is spread evenly over the splits: topic, length, both or none (default: topic,length)</translation>
    </message>
    <message>
        <source>What is to be done? Type a few letters</source>
        <translation>What is to be done? Type a few letters</translation>
    </message>
    <message>
        <source>What it is now stays beside it, under another name.</source>
        <translation>What it is now stays beside it, under another name.</translation>
    </message>
    <message>
        <source>What it was before is in {name}, in the same folder.</source>
        <translation>What it was before is in {name}, in the same folder.</translation>
    </message>
    <message>
        <source>What stands before the first time is left out.</source>
        <translation>What stands before the first time is left out.</translation>
    </message>
    <message>
        <source>What stood there is {path} now</source>
        <translation>What stood there is {path} now</translation>
    </message>
    <message>
        <source>What the change did</source>
        <translation>What the change did</translation>
    </message>
    <message>
        <source>What the columns of tables hold, counted from 1, e.g. text=3,speaker=2 (default: found out)</source>
        <translation>What the columns of tables hold, counted from 1, e.g. text=3,speaker=2 (default: found out)</translation>
    </message>
    <message>
        <source>What the source has wrong</source>
        <translation>What the source has wrong</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>What there is to say</translation>
    </message>
    <message>
        <source>What was done before is forgotten.</source>
        <translation>What was done before is forgotten.</translation>
    </message>
    <message>
        <source>What was found in the calls of this project and nobody has decided. Look at the findings of a call first.</source>
        <translation>What was found in the calls of this project and nobody has decided. Look at the findings of a call first.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>What was learned</translation>
    </message>
    <message>
        <source>What was learned from finished calls (see learn --export)</source>
        <translation>What was learned from finished calls (see learn --export)</translation>
    </message>
    <message>
        <source>What was learned in this project cannot be used by this version; calls are checked without it. Learn again.</source>
        <translation>What was learned in this project cannot be used by this version; calls are checked without it. Learn again.</translation>
    </message>
    <message>
        <source>What was learned is that of {name}</source>
        <translation>What was learned is that of {name}</translation>
    </message>
    <message>
        <source>What was learned on {date} cannot be used by this version. Learn again.</source>
        <translation>What was learned on {date} cannot be used by this version. Learn again.</translation>
    </message>
    <message>
        <source>What was typed here before is back. Esc leaves the turn as it is.</source>
        <translation>What was typed here before is back. Esc leaves the turn as it is.</translation>
    </message>
    <message>
        <source>What you typed into turn {number} could not be saved. It stays in the open editor.</source>
        <translation>What you typed into turn {number} could not be saved. It stays in the open editor.</translation>
    </message>
    <message>
        <source>What you were editing was kept first. Look at the hits once more.</source>
        <translation>What you were editing was kept first. Look at the hits once more.</translation>
    </message>
    <message>
        <source>What your decisions taught</source>
        <translation>What your decisions taught</translation>
    </message>
    <message>
        <source>What your decisions taught…</source>
        <translation>What your decisions taught…</translation>
    </message>
    <message>
        <source>What {raw} counts as</source>
        <translation>What {raw} counts as</translation>
    </message>
    <message>
        <source>When does a turn have this topic, when does it not?</source>
        <translation>When does a turn have this topic, when does it not?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Where: {places}</source>
        <translation>Where: {places}</translation>
    </message>
    <message>
        <source>Which one, as listed by backups (default: the last good one)</source>
        <translation>Which one, as listed by backups (default: the last good one)</translation>
    </message>
    <message>
        <source>While a text is edited {key} does this: {action}.</source>
        <translation>While a text is edited {key} does this: {action}.</translation>
    </message>
    <message>
        <source>While editing a text</source>
        <translation>While editing a text</translation>
    </message>
    <message>
        <source>Whisper JSON</source>
        <translation>Whisper JSON</translation>
    </message>
    <message>
        <source>WhisperX JSON, with speakers</source>
        <translation>WhisperX JSON, with speakers</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Who speaks</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Whole project</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Whole words</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>With --csv: a row per call and kind of findings</source>
        <translation>With --csv: a row per call and kind of findings</translation>
    </message>
    <message>
        <source>With --mask: number what is masked, the same number for the same value</source>
        <translation>With --mask: number what is masked, the same number for the same value</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>With comments</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>With findings</translation>
    </message>
    <message>
        <source>With history</source>
        <translation>With history</translation>
    </message>
    <message>
        <source>Without breaks</source>
        <translation>Without breaks</translation>
    </message>
    <message>
        <source>Word count</source>
        <translation>Word count</translation>
    </message>
    <message>
        <source>Word error rate of the source</source>
        <translation>Word error rate of the source</translation>
    </message>
    <message>
        <source>Word or phrase</source>
        <translation>Word or phrase</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Words after the caret go to the next turn</source>
        <translation>Words after the caret go to the next turn</translation>
    </message>
    <message>
        <source>Words before the caret go to the previous turn</source>
        <translation>Words before the caret go to the previous turn</translation>
    </message>
    <message>
        <source>Words by which the two sides of a call are told, in all calls of this project. Yours count before the built-in ones.</source>
        <translation>Words by which the two sides of a call are told, in all calls of this project. Yours count before the built-in ones.</translation>
    </message>
    <message>
        <source>Words from “{word}” to the next turn</source>
        <translation>Words from “{word}” to the next turn</translation>
    </message>
    <message>
        <source>Words in any form; … stands for up to {limit} others. Turns that have them are suggested.</source>
        <translation>Words in any form; … stands for up to {limit} others. Turns that have them are suggested.</translation>
    </message>
    <message>
        <source>Words of B against A: WER {rate}</source>
        <translation>Words of B against A: WER {rate}</translation>
    </message>
    <message>
        <source>Words of another speaker</source>
        <translation>Words of another speaker</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>Words only</translation>
    </message>
    <message>
        <source>Words too many</source>
        <translation>Words too many</translation>
    </message>
    <message>
        <source>Words up to “{word}” to the previous turn</source>
        <translation>Words up to “{word}” to the previous turn</translation>
    </message>
    <message>
        <source>Words, as they are said</source>
        <translation>Words, as they are said</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (XLSX)</source>
        <translation>Workbook for spreadsheets (XLSX)</translation>
    </message>
    <message>
        <source>Write a compact copy of a project</source>
        <translation>Write a compact copy of a project</translation>
    </message>
    <message>
        <source>Write a table for spreadsheets, a row a call</source>
        <translation>Write a table for spreadsheets, a row a call</translation>
    </message>
    <message>
        <source>Write a training set that is there anew</source>
        <translation>Write a training set that is there anew</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Write anew</translation>
    </message>
    <message>
        <source>Write instead</source>
        <translation>Write instead</translation>
    </message>
    <message>
        <source>Write it myself</source>
        <translation>Write it myself</translation>
    </message>
    <message>
        <source>Write the transcripts of a project as files</source>
        <translation>Write the transcripts of a project as files</translation>
    </message>
    <message>
        <source>Write what can be read of a damaged project into a new one</source>
        <translation>Write what can be read of a damaged project into a new one</translation>
    </message>
    <message>
        <source>Wrong speaker</source>
        <translation>Wrong speaker</translation>
    </message>
    <message>
        <source>Wrong words</source>
        <translation>Wrong words</translation>
    </message>
    <message>
        <source>Yandex SpeechKit</source>
        <translation>Yandex SpeechKit</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message numerus="yes">
        <source>You accept {share} of these ({accepted} of {n}).</source>
        <translation>
            <numerusform>You accept {share} of these ({accepted} of {n}).</numerusform>
            <numerusform>You accept {share} of these ({accepted} of {n}).</numerusform>
        </translation>
    </message>
    <message>
        <source>You can close this window and work on meanwhile.</source>
        <translation>You can close this window and work on meanwhile.</translation>
    </message>
    <message numerus="yes">
        <source>You have corrected it in {n} turns</source>
        <translation>
            <numerusform>You have corrected it in {n} turn</numerusform>
            <numerusform>You have corrected it in {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not open or write {path}. Choose another folder or ask for access.</source>
        <translation>You may not open or write {path}. Choose another folder or ask for access.</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>[name]</source>
        <translation>[name]</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>a PDF document</translation>
    </message>
    <message>
        <source>a bracket is closed that was not opened</source>
        <translation>a bracket is closed that was not opened</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>a bracket is not closed</translation>
    </message>
    <message>
        <source>a call that is no longer there</source>
        <translation>a call that is no longer there</translation>
    </message>
    <message>
        <source>a call that was removed</source>
        <translation>a call that was removed</translation>
    </message>
    <message>
        <source>a database (a project is opened, not imported)</source>
        <translation>a database (a project is opened, not imported)</translation>
    </message>
    <message>
        <source>a man</source>
        <translation>a man</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>a program</translation>
    </message>
    <message>
        <source>a range of characters runs backwards</source>
        <translation>a range of characters runs backwards</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>a sound or video file</translation>
    </message>
    <message>
        <source>a square bracket is not closed</source>
        <translation>a square bracket is not closed</translation>
    </message>
    <message>
        <source>a woman</source>
        <translation>a woman</translation>
    </message>
    <message>
        <source>a written file does not hold</source>
        <translation>a written file does not hold</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>added</source>
        <translation>added</translation>
    </message>
    <message>
        <source>after</source>
        <translation>after</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>already there</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>an RTF document</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>an archive</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>an image</translation>
    </message>
    <message>
        <source>an office document or a ZIP archive</source>
        <translation>an office document or a ZIP archive</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>and {n} more</numerusform>
            <numerusform>and {n} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more remarks</source>
        <translation>
            <numerusform>and {n} more remark</numerusform>
            <numerusform>and {n} more remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more turns</source>
        <translation>
            <numerusform>and {n} more turn</numerusform>
            <numerusform>and {n} more turns</numerusform>
        </translation>
    </message>
    <message>
        <source>annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}</source>
        <translation>annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}</translation>
    </message>
    <message>
        <source>annotator: {error}</source>
        <translation>annotator: {error}</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>as imported</translation>
    </message>
    <message>
        <source>as in A</source>
        <translation>as in A</translation>
    </message>
    <message>
        <source>as in B</source>
        <translation>as in B</translation>
    </message>
    <message>
        <source>as in the history</source>
        <translation>as in the history</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>as it is now</translation>
    </message>
    <message>
        <source>autoEdit and digital-paper-edit JSON</source>
        <translation>autoEdit and digital-paper-edit JSON</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>before a new version</translation>
    </message>
    <message>
        <source>before restore</source>
        <translation>before restore</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>before restoring</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>binary data</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>bookmark</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>calls</translation>
    </message>
    <message numerus="yes">
        <source>cancelled; not looked at: {n}</source>
        <translation>
            <numerusform>cancelled; not looked at: {n}</numerusform>
            <numerusform>cancelled; not looked at: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>checking…</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>comment of the turn</source>
        <translation>comment of the turn</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>comments</translation>
    </message>
    <message>
        <source>confidences of words</source>
        <translation>confidences of words</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>continued</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>correction (imported and corrected text), duplicates (tags per word), speakers (in the shape of DiarizationLM), roles, topics, preferences (accepted and dismissed findings), or all, each into a folder of its own</source>
        <translation>correction (imported and corrected text), duplicates (tags per word), speakers (in the shape of DiarizationLM), roles, topics, preferences (accepted and dismissed findings), or all, each into a folder of its own</translation>
    </message>
    <message>
        <source>cpWER</source>
        <translation>cpWER</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>cuts</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>daily</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>damaged: cannot be restored</source>
        <translation>damaged: cannot be restored</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>decisions</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>dismissed</translation>
    </message>
    <message>
        <source>doccano export</source>
        <translation>doccano export</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>entries</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>everywhere</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>faults</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>findings</translation>
    </message>
    <message>
        <source>folded in</source>
        <translation>folded in</translation>
    </message>
    <message>
        <source>folders that may not be read</source>
        <translation>folders that may not be read</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>for good</translation>
    </message>
    <message>
        <source>format</source>
        <translation>format</translation>
    </message>
    <message>
        <source>found</source>
        <translation>found</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>hidden files</source>
        <translation>hidden files</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>id of the speaker</source>
        <translation>id of the speaker</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>in a text</source>
        <translation>in a text</translation>
    </message>
    <message>
        <source>in the table</source>
        <translation>in the table</translation>
    </message>
    <message>
        <source>in this project as {name}</source>
        <translation>in this project as {name}</translation>
    </message>
    <message numerus="yes">
        <source>in {n} calls</source>
        <translation>
            <numerusform>in {n} call</numerusform>
            <numerusform>in {n} calls</numerusform>
        </translation>
    </message>
    <message>
        <source>inside turn {turn}</source>
        <translation>inside turn {turn}</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>intact</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>it is empty</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>it is there twice</translation>
    </message>
    <message>
        <source>it must be a list</source>
        <translation>it must be a list</translation>
    </message>
    <message>
        <source>it must be text</source>
        <translation>it must be text</translation>
    </message>
    <message>
        <source>it must be true or false</source>
        <translation>it must be true or false</translation>
    </message>
    <message>
        <source>jsonl, parquet or both (default: jsonl)</source>
        <translation>jsonl, parquet or both (default: jsonl)</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>last change</translation>
    </message>
    <message>
        <source>left</source>
        <translation>left</translation>
    </message>
    <message>
        <source>left out: like another call</source>
        <translation>left out: like another call</translation>
    </message>
    <message>
        <source>like</source>
        <translation>like</translation>
    </message>
    <message numerus="yes">
        <source>like another call: {n}</source>
        <translation>
            <numerusform>like another call: {n}</numerusform>
            <numerusform>like another call: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>line {line}</translation>
    </message>
    <message>
        <source>line {line}: {remark}</source>
        <translation>line {line}: {remark}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>links in a circle</source>
        <translation>links in a circle</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>log loss</translation>
    </message>
    <message>
        <source>look</source>
        <translation>look</translation>
    </message>
    <message>
        <source>made</source>
        <translation>made</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>name of the call</source>
        <translation>name of the call</translation>
    </message>
    <message>
        <source>name of the speaker, else the id</source>
        <translation>name of the speaker, else the id</translation>
    </message>
    <message>
        <source>names of the speakers</source>
        <translation>names of the speakers</translation>
    </message>
    <message>
        <source>needs an answer</source>
        <translation>needs an answer</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>new version</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>noScribe (HTML)</source>
        <translation>noScribe (HTML)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>none of these words</source>
        <translation>none of these words</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>not checked yet</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>not decided</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation>not found in {folder}</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>not reviewed</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>not understood</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>number of the call in the project</source>
        <translation>number of the call in the project</translation>
    </message>
    <message>
        <source>number of the file in this export</source>
        <translation>number of the file in this export</translation>
    </message>
    <message>
        <source>number of the turn</source>
        <translation>number of the turn</translation>
    </message>
    <message>
        <source>number of turns</source>
        <translation>number of turns</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>of the system</translation>
    </message>
    <message>
        <source>on this turn</source>
        <translation>on this turn</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>otherwise</translation>
    </message>
    <message>
        <source>parts shown</source>
        <translation>parts shown</translation>
    </message>
    <message>
        <source>pass over</source>
        <translation>pass over</translation>
    </message>
    <message>
        <source>passed over: {what}</source>
        <translation>passed over: {what}</translation>
    </message>
    <message>
        <source>pastes</source>
        <translation>pastes</translation>
    </message>
    <message>
        <source>pin removed</source>
        <translation>pin removed</translation>
    </message>
    <message>
        <source>places</source>
        <translation>places</translation>
    </message>
    <message>
        <source>places: on which the versions agree; speakers: Cohen's kappa of words; topics: Krippendorff's alpha (MASI); decisions: Cohen's kappa; WER: of the second version, the first one being right</source>
        <translation>places: on which the versions agree; speakers: Cohen's kappa of words; topics: Krippendorff's alpha (MASI); decisions: Cohen's kappa; WER: of the second version, the first one being right</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>projects</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>read only: changes cannot be saved here</source>
        <translation>read only: changes cannot be saved here</translation>
    </message>
    <message>
        <source>read only: open on {host} by {user}</source>
        <translation>read only: open on {host} by {user}</translation>
    </message>
    <message>
        <source>read with another file of the same name</source>
        <translation>read with another file of the same name</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>recipe</translation>
    </message>
    <message>
        <source>redoes typing</source>
        <translation>redoes typing</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>reviewed</translation>
    </message>
    <message>
        <source>role of the speaker</source>
        <translation>role of the speaker</translation>
    </message>
    <message>
        <source>roles of speakers</source>
        <translation>roles of speakers</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>salvaged</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>saved {time}</translation>
    </message>
    <message>
        <source>selects all</source>
        <translation>selects all</translation>
    </message>
    <message>
        <source>set {set}</source>
        <translation>set {set}</translation>
    </message>
    <message>
        <source>set {set}, rule {rule}</source>
        <translation>set {set}, rule {rule}</translation>
    </message>
    <message>
        <source>share</source>
        <translation>share</translation>
    </message>
    <message>
        <source>shown again</source>
        <translation>shown again</translation>
    </message>
    <message>
        <source>sound or video</source>
        <translation>sound or video</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>speaker</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>speakers</translation>
    </message>
    <message>
        <source>speakers are right from here on</source>
        <translation>speakers are right from here on</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistics</translation>
    </message>
    <message>
        <source>suffixes</source>
        <translation>suffixes</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sure</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>text {text}, speaker {speaker}, hidden {hidden}</source>
        <translation>text {text}, speaker {speaker}, hidden {hidden}</translation>
    </message>
    <message>
        <source>the backslash has no meaning here</source>
        <translation>the backslash has no meaning here</translation>
    </message>
    <message>
        <source>the end of turn {turn}</source>
        <translation>the end of turn {turn}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>the file</translation>
    </message>
    <message>
        <source>the first number of repetitions is greater than the second</source>
        <translation>the first number of repetitions is greater than the second</translation>
    </message>
    <message>
        <source>the imported file is damaged</source>
        <translation>the imported file is damaged</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>the same words</translation>
    </message>
    <message>
        <source>the sign after (? is unknown</source>
        <translation>the sign after (? is unknown</translation>
    </message>
    <message>
        <source>the start of turn {turn}</source>
        <translation>the start of turn {turn}</translation>
    </message>
    <message>
        <source>the whole of turn {turn}</source>
        <translation>the whole of turn {turn}</translation>
    </message>
    <message>
        <source>there is no group of this name</source>
        <translation>there is no group of this name</translation>
    </message>
    <message>
        <source>there is no group of this number</source>
        <translation>there is no group of this number</translation>
    </message>
    <message>
        <source>there is nothing before it to repeat</source>
        <translation>there is nothing before it to repeat</translation>
    </message>
    <message>
        <source>times of turns</source>
        <translation>times of turns</translation>
    </message>
    <message>
        <source>times of words</source>
        <translation>times of words</translation>
    </message>
    <message>
        <source>today’s date</source>
        <translation>today’s date</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>too few</translation>
    </message>
    <message>
        <source>topic {name}</source>
        <translation>topic {name}</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>topics</translation>
    </message>
    <message>
        <source>topics of the turn</source>
        <translation>topics of the turn</translation>
    </message>
    <message>
        <source>topics, words or history are damaged</source>
        <translation>topics, words or history are damaged</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>transcribee document (JSON)</source>
        <translation>transcribee document (JSON)</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>turn {number}</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>turns</translation>
    </message>
    <message>
        <source>turns changed</source>
        <translation>turns changed</translation>
    </message>
    <message>
        <source>turns {first} to {last}</source>
        <translation>turns {first} to {last}</translation>
    </message>
    <message>
        <source>turns {numbers}</source>
        <translation>turns {numbers}</translation>
    </message>
    <message>
        <source>turns, speakers or decisions are damaged</source>
        <translation>turns, speakers or decisions are damaged</translation>
    </message>
    <message>
        <source>two signs of repetition follow each other</source>
        <translation>two signs of repetition follow each other</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>undo: {what}</source>
        <translation>undo: {what}</translation>
    </message>
    <message>
        <source>undoes typing</source>
        <translation>undoes typing</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>undone for good</source>
        <translation>undone for good</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>versions</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>what became of it</translation>
    </message>
    <message>
        <source>what is hidden</source>
        <translation>what is hidden</translation>
    </message>
    <message>
        <source>what is looked for behind must have a fixed length</source>
        <translation>what is looked for behind must have a fixed length</translation>
    </message>
    <message>
        <source>what was imported</source>
        <translation>what was imported</translation>
    </message>
    <message>
        <source>when the turn begins; {example} writes it like that</source>
        <translation>when the turn begins; {example} writes it like that</translation>
    </message>
    <message>
        <source>when the turn ends</source>
        <translation>when the turn ends</translation>
    </message>
    <message>
        <source>where the focus is</source>
        <translation>where the focus is</translation>
    </message>
    <message>
        <source>where turns end</source>
        <translation>where turns end</translation>
    </message>
    <message>
        <source>whether the call is done</source>
        <translation>whether the call is done</translation>
    </message>
    <message>
        <source>which turns are reviewed</source>
        <translation>which turns are reviewed</translation>
    </message>
    <message>
        <source>while a text is edited</source>
        <translation>while a text is edited</translation>
    </message>
    <message>
        <source>while the table has the focus</source>
        <translation>while the table has the focus</translation>
    </message>
    <message>
        <source>words</source>
        <translation>words</translation>
    </message>
    <message>
        <source>words changed</source>
        <translation>words changed</translation>
    </message>
    <message>
        <source>words of the turn; {example} on one line</source>
        <translation>words of the turn; {example} on one line</translation>
    </message>
    <message>
        <source>work</source>
        <translation>work</translation>
    </message>
    <message>
        <source>written</source>
        <translation>written</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>{accepted} accepted, {dismissed} dismissed.</source>
        <translation>{accepted} accepted, {dismissed} dismissed.</translation>
    </message>
    <message numerus="yes">
        <source>{added} of {n} files imported</source>
        <translation>
            <numerusform>{added} of {n} file imported</numerusform>
            <numerusform>{added} of {n} files imported</numerusform>
        </translation>
    </message>
    <message>
        <source>{before}; {place}</source>
        <translation>{before}; {place}</translation>
    </message>
    <message>
        <source>{calls} with {turns} were taken over, and their history: all that was there.</source>
        <translation>{calls} with {turns} were taken over, and their history: all that was there.</translation>
    </message>
    <message>
        <source>{calls} with {turns} were taken over.</source>
        <translation>{calls} with {turns} were taken over.</translation>
    </message>
    <message>
        <source>{calls}, {used} of {turns} turns</source>
        <translation>{calls}, {used} of {turns} turns</translation>
    </message>
    <message>
        <source>{call}, a turn that is no longer there</source>
        <translation>{call}, a turn that is no longer there</translation>
    </message>
    <message>
        <source>{call}, turn {number}</source>
        <translation>{call}, turn {number}</translation>
    </message>
    <message numerus="yes">
        <source>{checked} of {n} hits</source>
        <translation>
            <numerusform>{checked} of {n} hit</numerusform>
            <numerusform>{checked} of {n} hits</numerusform>
        </translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>{checked} of {total} checked</translation>
    </message>
    <message>
        <source>{colour} is no colour. Write it like {example}.</source>
        <translation>{colour} is no colour. Write it like {example}.</translation>
    </message>
    <message>
        <source>{colour} is no colour; it should look like {example}.</source>
        <translation>{colour} is no colour; it should look like {example}.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} changes</source>
        <translation>
            <numerusform>{done} of {n} change</numerusform>
            <numerusform>{done} of {n} changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} turns reviewed</source>
        <translation>
            <numerusform>{done} of {n} turn reviewed</numerusform>
            <numerusform>{done} of {n} turns reviewed</numerusform>
        </translation>
    </message>
    <message>
        <source>{encoding}, a guess: check that the text is right</source>
        <translation>{encoding}, a guess: check that the text is right</translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same</source>
        <translation>
            <numerusform>{exact} of {n} word is the same</numerusform>
            <numerusform>{exact} of {n} words are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same, {alike} begin alike</source>
        <translation>
            <numerusform>{exact} of {n} word is the same, {alike} begins alike</numerusform>
            <numerusform>{exact} of {n} words are the same, {alike} begin alike</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {second} hold the same speech. Both are kept.</source>
        <translation>{first} and {second} hold the same speech. Both are kept.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{id} is “{role}” here and “{first}” above: the first is kept.</source>
        <translation>{id} is “{role}” here and “{first}” above: the first is kept.</translation>
    </message>
    <message>
        <source>{id}: {name}</source>
        <translation>{id}: {name}</translation>
    </message>
    <message>
        <source>{key} belongs to the system; it would never arrive here.</source>
        <translation>{key} belongs to the system; it would never arrive here.</translation>
    </message>
    <message>
        <source>{key} does this already.</source>
        <translation>{key} does this already.</translation>
    </message>
    <message>
        <source>{key} is a sign that stands elsewhere on other layouts, so it may not work on yours.</source>
        <translation>{key} is a sign that stands elsewhere on other layouts, so it may not work on yours.</translation>
    </message>
    <message>
        <source>{key} is no key. Write a digit from 1 to 9, or nothing.</source>
        <translation>{key} is no key. Write a digit from 1 to 9, or nothing.</translation>
    </message>
    <message>
        <source>{key} is “{action}” now.</source>
        <translation>{key} is “{action}” now.</translation>
    </message>
    <message>
        <source>{key} moves through the table; it will do so no longer.</source>
        <translation>{key} moves through the table; it will do so no longer.</translation>
    </message>
    <message>
        <source>{key} switches the layout or the input method on many computers.</source>
        <translation>{key} switches the layout or the input method on many computers.</translation>
    </message>
    <message>
        <source>{key} types or moves the caret while a text is edited.</source>
        <translation>{key} types or moves the caret while a text is edited.</translation>
    </message>
    <message>
        <source>{key} will act in lists and on buttons too.</source>
        <translation>{key} will act in lists and on buttons too.</translation>
    </message>
    <message>
        <source>{key} works on a Latin layout only; take it together with Ctrl, or another key.</source>
        <translation>{key} works on a Latin layout only; take it together with Ctrl, or another key.</translation>
    </message>
    <message>
        <source>{key}, now of {name}</source>
        <translation>{key}, now of {name}</translation>
    </message>
    <message>
        <source>{kind}, {turns}: {fix}</source>
        <translation>{kind}, {turns}: {fix}</translation>
    </message>
    <message numerus="yes">
        <source>{k} of {n}</source>
        <translation>
            <numerusform>{k} of {n}</numerusform>
            <numerusform>{k} of {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{left}; {n} calls are not checked yet</source>
        <translation>
            <numerusform>{left}; {n} call is not checked yet</numerusform>
            <numerusform>{left}; {n} calls are not checked yet</numerusform>
        </translation>
    </message>
    <message>
        <source>{letter}: {name}</source>
        <translation>{letter}: {name}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (gold)</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (not there)</translation>
    </message>
    <message>
        <source>{name} (read only)</source>
        <translation>{name} (read only)</translation>
    </message>
    <message>
        <source>{name} can be read in several formats: {formats}. Say which it is.</source>
        <translation>{name} can be read in several formats: {formats}. Say which it is.</translation>
    </message>
    <message>
        <source>{name} cannot be a part of itself.</source>
        <translation>{name} cannot be a part of itself.</translation>
    </message>
    <message>
        <source>{name} cannot be read because of a fault in the program, which is noted in its log.</source>
        <translation>{name} cannot be read because of a fault in the program, which is noted in its log.</translation>
    </message>
    <message>
        <source>{name} counts in frames and does not say how many a second has. Convert it to SRT where the film is.</source>
        <translation>{name} counts in frames and does not say how many a second has. Convert it to SRT where the film is.</translation>
    </message>
    <message>
        <source>{name} declares entities, which could be made to do harm. Export it anew without.</source>
        <translation>{name} declares entities, which could be made to do harm. Export it anew without.</translation>
    </message>
    <message>
        <source>{name} does not come back from {encoding} unchanged. Choose another encoding.</source>
        <translation>{name} does not come back from {encoding} unchanged. Choose another encoding.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has more than {n} paragraphs. Divide it.</source>
        <translation>
            <numerusform>{name} has more than {n} paragraph. Divide it.</numerusform>
            <numerusform>{name} has more than {n} paragraphs. Divide it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has more than {n} rows. Divide it.</source>
        <translation>
            <numerusform>{name} has more than {n} row. Divide it.</numerusform>
            <numerusform>{name} has more than {n} rows. Divide it.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has no rows. Choose the file that holds the transcript.</source>
        <translation>{name} has no rows. Choose the file that holds the transcript.</translation>
    </message>
    <message>
        <source>{name} has tiers of sounds only: {tiers}. Export it with a tier of words or turns.</source>
        <translation>{name} has tiers of sounds only: {tiers}. Export it with a tier of words or turns.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {n} columns: choose among these.</source>
        <translation>
            <numerusform>{name} has {n} column: choose that.</numerusform>
            <numerusform>{name} has {n} columns: choose among these.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds a training set. It is written anew as a whole.</source>
        <translation>{name} holds a training set. It is written anew as a whole.</translation>
    </message>
    <message>
        <source>{name} holds no keys.</source>
        <translation>{name} holds no keys.</translation>
    </message>
    <message>
        <source>{name} holds no text. Choose a codebook in CSV or JSON.</source>
        <translation>{name} holds no text. Choose a codebook in CSV or JSON.</translation>
    </message>
    <message>
        <source>{name} holds no topics.</source>
        <translation>{name} holds no topics.</translation>
    </message>
    <message>
        <source>{name} holds no words. Check that the call was transcribed, and export it anew.</source>
        <translation>{name} holds no words. Check that the call was transcribed, and export it anew.</translation>
    </message>
    <message>
        <source>{name} holds no words. Choose the file that holds the transcript.</source>
        <translation>{name} holds no words. Choose the file that holds the transcript.</translation>
    </message>
    <message>
        <source>{name} is JSON in which no known recogniser’s transcript was found. Export it as text, SRT or a table.</source>
        <translation>{name} is JSON in which no known recogniser’s transcript was found. Export it as text, SRT or a table.</translation>
    </message>
    <message>
        <source>{name} is JSON that is too deep or too long to be a transcript. Export it anew.</source>
        <translation>{name} is JSON that is too deep or too long to be a transcript. Export it anew.</translation>
    </message>
    <message>
        <source>{name} is a TextGrid in binary form. Open it in Praat and save it as a text file.</source>
        <translation>{name} is a TextGrid in binary form. Open it in Praat and save it as a text file.</translation>
    </message>
    <message>
        <source>{name} is a project. Give the exported file another name.</source>
        <translation>{name} is a project. Give the exported file another name.</translation>
    </message>
    <message>
        <source>{name} is damaged JSON: line {line}, column {column}. Export it anew.</source>
        <translation>{name} is damaged JSON: line {line}, column {column}. Export it anew.</translation>
    </message>
    <message>
        <source>{name} is damaged in line {line}, column {column}. Export it anew.</source>
        <translation>{name} is damaged in line {line}, column {column}. Export it anew.</translation>
    </message>
    <message>
        <source>{name} is damaged, or no document of this kind. Save it anew and import that.</source>
        <translation>{name} is damaged, or no document of this kind. Save it anew and import that.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file that holds the transcript.</source>
        <translation>{name} is empty. Choose the file that holds the transcript.</translation>
    </message>
    <message>
        <source>{name} is in this project already; here it is.</source>
        <translation>{name} is in this project already; here it is.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB. Is it a codebook?</source>
        <translation>{name} is larger than {limit} MB. Is it a codebook?</translation>
    </message>
    <message>
        <source>{name} is nested more than {limit} deep. Export it anew.</source>
        <translation>{name} is nested more than {limit} deep. Export it anew.</translation>
    </message>
    <message>
        <source>{name} is no JSON. Choose the file that the recogniser wrote.</source>
        <translation>{name} is no JSON. Choose the file that the recogniser wrote.</translation>
    </message>
    <message>
        <source>{name} is now what it was on {when}.</source>
        <translation>{name} is now what it was on {when}.</translation>
    </message>
    <message>
        <source>{name} is packed so that it could do harm, or too large. Save it anew.</source>
        <translation>{name} is packed so that it could do harm, or too large. Save it anew.</translation>
    </message>
    <message>
        <source>{name} is protected by a password. Save it without.</source>
        <translation>{name} is protected by a password. Save it without.</translation>
    </message>
    <message>
        <source>{name} is put back to what it was on {when}.</source>
        <translation>{name} is put back to what it was on {when}.</translation>
    </message>
    <message>
        <source>{name} is the project itself. Give the copy another name.</source>
        <translation>{name} is the project itself. Give the copy another name.</translation>
    </message>
    <message>
        <source>{name} is {kind}, no transcript. Export the transcript from there and import that.</source>
        <translation>{name} is {kind}, no transcript. Export the transcript from there and import that.</translation>
    </message>
    <message>
        <source>{name} is {share} % like {other}.</source>
        <translation>{name} is {share} % like {other}.</translation>
    </message>
    <message>
        <source>{name} says who speaks when, but not what is said. Put the words beside it in one of {names}, and read it again.</source>
        <translation>{name} says who speaks when, but not what is said. Put the words beside it in one of {names}, and read it again.</translation>
    </message>
    <message>
        <source>{name} takes no “{spec}”. Numbers take a width, for example {example}.</source>
        <translation>{name} takes no “{spec}”. Numbers take a width, for example {example}.</translation>
    </message>
    <message>
        <source>{name} was left as it is.</source>
        <translation>{name} was left as it is.</translation>
    </message>
    <message>
        <source>{name} was not opened</source>
        <translation>{name} was not opened</translation>
    </message>
    <message>
        <source>{name} was removed from the project. Undo brings it back.</source>
        <translation>{name} was removed from the project. Undo brings it back.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of the program. Update it, or export the call there in another format.</source>
        <translation>{name} was written by a newer version of the program. Update it, or export the call there in another format.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.</source>
        <translation>{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a cell is longer than a table takes. Is a quotation mark missing?</source>
        <translation>{name}, line {line}: a cell is longer than a table takes. Is a quotation mark missing?</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} begins half a surrogate pair. The file is damaged: export it anew.</source>
        <translation>{name}, line {line}: byte {byte} begins half a surrogate pair. The file is damaged: export it anew.</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} is not {encoding}. The file is damaged, or another encoding should be chosen.</source>
        <translation>{name}, line {line}: byte {byte} is not {encoding}. The file is damaged, or another encoding should be chosen.</translation>
    </message>
    <message>
        <source>{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.</source>
        <translation>{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.</translation>
    </message>
    <message>
        <source>{name}, turn {item}: longer than {limit} characters. Divide it into turns.</source>
        <translation>{name}, turn {item}: longer than {limit} characters. Divide it into turns.</translation>
    </message>
    <message>
        <source>{name}, {where}: {problem}</source>
        <translation>{name}, {where}: {problem}</translation>
    </message>
    <message>
        <source>{name}: is there already as transcript {id}</source>
        <translation>{name}: is there already as transcript {id}</translation>
    </message>
    <message>
        <source>{name}: it is not clear what the columns hold. Say which one holds the words, e.g. text=3,speaker=2.</source>
        <translation>{name}: it is not clear what the columns hold. Say which one holds the words, e.g. text=3,speaker=2.</translation>
    </message>
    <message>
        <source>{name}: left out, {like}</source>
        <translation>{name}: left out, {like}</translation>
    </message>
    <message>
        <source>{name}: say which column holds the words, e.g. text=3.</source>
        <translation>{name}: say which column holds the words, e.g. text=3.</translation>
    </message>
    <message>
        <source>{name}: the encoding cannot be told. Save it as CSV UTF-8 and import it again.</source>
        <translation>{name}: the encoding cannot be told. Save it as CSV UTF-8 and import it again.</translation>
    </message>
    <message>
        <source>{name}: topics added: {added}, changed: {changed}</source>
        <translation>{name}: topics added: {added}, changed: {changed}</translation>
    </message>
    <message>
        <source>{name}: transcript {id}</source>
        <translation>{name}: transcript {id}</translation>
    </message>
    <message>
        <source>{name}: {part}</source>
        <translation>{name}: {part}</translation>
    </message>
    <message numerus="yes">
        <source>{n} accepted</source>
        <translation>
            <numerusform>{n} accepted</numerusform>
            <numerusform>{n} accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions get their usual keys again.</source>
        <translation>
            <numerusform>{n} action gets its usual keys again.</numerusform>
            <numerusform>{n} actions get their usual keys again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actions have other keys than usual now.</source>
        <translation>
            <numerusform>{n} action has other keys than usual now.</numerusform>
            <numerusform>{n} actions have other keys than usual now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups of this project still hold the words.</source>
        <translation>
            <numerusform>{n} backup of this project still holds the words.</numerusform>
            <numerusform>{n} backups of this project still hold the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups still hold the words; you can delete them afterwards.</source>
        <translation>
            <numerusform>{n} backup still holds the words; you can delete it afterwards.</numerusform>
            <numerusform>{n} backups still hold the words; you can delete them afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups were deleted.</source>
        <translation>
            <numerusform>{n} backup was deleted.</numerusform>
            <numerusform>{n} backups were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} call</numerusform>
            <numerusform>{n} calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls are still to be checked.</source>
        <translation>
            <numerusform>{n} call is still to be checked.</numerusform>
            <numerusform>{n} calls are still to be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls are the same in both</source>
        <translation>
            <numerusform>{n} call is the same in both</numerusform>
            <numerusform>{n} calls are the same in both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished.</source>
        <translation>
            <numerusform>{n} call of this project is finished.</numerusform>
            <numerusform>{n} calls of this project are finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished; at least {least} are needed.</source>
        <translation>
            <numerusform>{n} call of this project is finished; at least {least} are needed.</numerusform>
            <numerusform>{n} calls of this project are finished; at least {least} are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <translation>
            <numerusform>{n} change</numerusform>
            <numerusform>{n} changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes added to the history</source>
        <translation>
            <numerusform>{n} change added to the history</numerusform>
            <numerusform>{n} changes added to the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} codes in brackets were taken out of the words.</source>
        <translation>
            <numerusform>{n} code in brackets was taken out of the words.</numerusform>
            <numerusform>{n} codes in brackets were taken out of the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} comments were taken out of the words.</source>
        <translation>
            <numerusform>{n} comment was taken out of the words.</numerusform>
            <numerusform>{n} comments were taken out of the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cues without a name were given to the speaker who is named above.</source>
        <translation>
            <numerusform>{n} cue without a name was given to the speaker who is named above.</numerusform>
            <numerusform>{n} cues without a name were given to the speaker who is named above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits after a word for a card; the last is not right, perhaps one was misheard</source>
        <translation>
            <numerusform>{n} digit after a word for a card; it is not right, perhaps it was misheard</numerusform>
            <numerusform>{n} digits after a word for a card; the last is not right, perhaps one was misheard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits as a phone number has them</source>
        <translation>
            <numerusform>{n} digit as a phone number has it</numerusform>
            <numerusform>{n} digits as a phone number has them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits where the code of a card is said; it must not be kept anywhere</source>
        <translation>
            <numerusform>{n} digit where the code of a card is said; it must not be kept anywhere</numerusform>
            <numerusform>{n} digits where the code of a card is said; it must not be kept anywhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits, and the check digits are right</source>
        <translation>
            <numerusform>{n} digit, and the check digits are right</numerusform>
            <numerusform>{n} digits, and the check digits are right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} digits, and the last is right for a card number</source>
        <translation>
            <numerusform>{n} digit, and the last is right for a card number</numerusform>
            <numerusform>{n} digits, and the last is right for a card number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dismissed</source>
        <translation>
            <numerusform>{n} dismissed</numerusform>
            <numerusform>{n} dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts added</source>
        <translation>
            <numerusform>{n} draft added</numerusform>
            <numerusform>{n} drafts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts are restored. Undo takes that back.</source>
        <translation>
            <numerusform>{n} draft is restored. Undo takes that back.</numerusform>
            <numerusform>{n} drafts are restored. Undo takes that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts were not finished when the program ended: {which}</source>
        <translation>
            <numerusform>{n} draft was not finished when the program ended: {which}</numerusform>
            <numerusform>{n} drafts were not finished when the program ended: {which}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts will be gone for good: what was typed, and not stored.</source>
        <translation>
            <numerusform>{n} draft will be gone for good: what was typed, and not stored.</numerusform>
            <numerusform>{n} drafts will be gone for good: what was typed, and not stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files of these names are in the folder already: {names}</source>
        <translation>
            <numerusform>{n} file of this name is in the folder already: {names}</numerusform>
            <numerusform>{n} files of these names are in the folder already: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are left to decide in {calls} calls. Decide them, or have the training set made nevertheless.</source>
        <translation>
            <numerusform>{n} finding is left to decide in {calls} calls. Decide it, or have the training set made nevertheless.</numerusform>
            <numerusform>{n} findings are left to decide in {calls} calls. Decide them, or have the training set made nevertheless.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are left to decide in {calls} calls: {kinds}</source>
        <translation>
            <numerusform>{n} finding is left to decide in {calls} calls: {kinds}</numerusform>
            <numerusform>{n} findings are left to decide in {calls} calls: {kinds}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are open. Press {key} again to call it done all the same.</source>
        <translation>
            <numerusform>{n} finding is open. Press {key} again to call it done all the same.</numerusform>
            <numerusform>{n} findings are open. Press {key} again to call it done all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings to decide</source>
        <translation>
            <numerusform>{n} finding to decide</numerusform>
            <numerusform>{n} findings to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fixes applied</source>
        <translation>
            <numerusform>{n} fix applied</numerusform>
            <numerusform>{n} fixes applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of calls that are nearly the same; each stays in one split.</source>
        <translation>
            <numerusform>{n} group of calls that are nearly the same; it stays in one split.</numerusform>
            <numerusform>{n} groups of calls that are nearly the same; each stays in one split.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation>
            <numerusform>{n} left</numerusform>
            <numerusform>{n} left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines not understood</source>
        <translation>
            <numerusform>{n} line not understood</numerusform>
            <numerusform>{n} lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines rolled on from one cue to the next: they were read once.</source>
        <translation>
            <numerusform>{n} line rolled on from one cue to the next: it was read once.</numerusform>
            <numerusform>{n} lines rolled on from one cue to the next: they were read once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks of pauses were taken out of the words.</source>
        <translation>
            <numerusform>{n} mark of a pause was taken out of the words.</numerusform>
            <numerusform>{n} marks of pauses were taken out of the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more calls have {rate} and less.</source>
        <translation>
            <numerusform>{n} more call has {rate}.</numerusform>
            <numerusform>{n} more calls have {rate} and less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more overlap with them; clean {path} again to see them</source>
        <translation>
            <numerusform>{n} more overlaps with them; clean {path} again to see it</numerusform>
            <numerusform>{n} more overlap with them; clean {path} again to see them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} noises and events were taken out of the words.</source>
        <translation>
            <numerusform>{n} noise or event was taken out of the words.</numerusform>
            <numerusform>{n} noises and events were taken out of the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not understood</source>
        <translation>
            <numerusform>{n} not understood</numerusform>
            <numerusform>{n} not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them in another way than proposed first</source>
        <translation>
            <numerusform>{n} of them in another way than proposed first</numerusform>
            <numerusform>{n} of them in another way than proposed first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {borders} borders of turns look as if another person went on</source>
        <translation>
            <numerusform>{n} of {borders} borders of turns looks as if another person went on</numerusform>
            <numerusform>{n} of {borders} borders of turns look as if another person went on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open findings</source>
        <translation>
            <numerusform>{n} open finding</numerusform>
            <numerusform>{n} open findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places in the turns are masked; comments, names and the imported words too.</source>
        <translation>
            <numerusform>{n} place in the turns is masked; comments, names and the imported words too.</numerusform>
            <numerusform>{n} places in the turns are masked; comments, names and the imported words too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows written to {folder}. Calls for training, validation and test: {calls}.</source>
        <translation>
            <numerusform>{n} row written to {folder}. Calls for training, validation and test: {calls}.</numerusform>
            <numerusform>{n} rows written to {folder}. Calls for training, validation and test: {calls}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules</source>
        <translation>
            <numerusform>{n} rule</numerusform>
            <numerusform>{n} rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} speakers</source>
        <translation>
            <numerusform>{n} speaker</numerusform>
            <numerusform>{n} speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation>
            <numerusform>{n} time</numerusform>
            <numerusform>{n} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <translation>
            <numerusform>{n} turn</numerusform>
            <numerusform>{n} turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are left out here.</source>
        <translation>
            <numerusform>{n} turn is left out here.</numerusform>
            <numerusform>{n} turns are left out here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are of speakers that Otter did not know; they may be several people.</source>
        <translation>
            <numerusform>{n} turn is of a speaker that Otter did not know.</numerusform>
            <numerusform>{n} turns are of speakers that Otter did not know; they may be several people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are unclear</source>
        <translation>
            <numerusform>{n} turn is unclear</numerusform>
            <numerusform>{n} turns are unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns changed</source>
        <translation>
            <numerusform>{n} turn changed</numerusform>
            <numerusform>{n} turns changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have a time but no speaker.</source>
        <translation>
            <numerusform>{n} turn has a time but no speaker.</numerusform>
            <numerusform>{n} turns have a time but no speaker.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have topics, a comment or a review mark; these are not imported.</source>
        <translation>
            <numerusform>{n} turn has topics, a comment or a review mark; these are not imported.</numerusform>
            <numerusform>{n} turns have topics, a comment or a review mark; these are not imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns hidden</source>
        <translation>
            <numerusform>{n} turn hidden</numerusform>
            <numerusform>{n} turns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns keep no words and will be hidden</source>
        <translation>
            <numerusform>{n} turn keeps no words and will be hidden</numerusform>
            <numerusform>{n} turns keep no words and will be hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns left out</source>
        <translation>
            <numerusform>{n} turn left out</numerusform>
            <numerusform>{n} turns left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns of {gone} went to {kept}. Undo brings {gone} back.</source>
        <translation>
            <numerusform>{n} turn of {gone} went to {kept}. Undo brings {gone} back.</numerusform>
            <numerusform>{n} turns of {gone} went to {kept}. Undo brings {gone} back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns read</source>
        <translation>
            <numerusform>{n} turn read</numerusform>
            <numerusform>{n} turns read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns were hidden: left out.</source>
        <translation>
            <numerusform>{n} turn was hidden: left out.</numerusform>
            <numerusform>{n} turns were hidden: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values in all.</source>
        <translation>
            <numerusform>{n} value in all.</numerusform>
            <numerusform>{n} values in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values redacted; they are gone, from the history too.</source>
        <translation>
            <numerusform>{n} value redacted; it is gone, from the history too.</numerusform>
            <numerusform>{n} values redacted; they are gone, from the history too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words in a row are the same</source>
        <translation>
            <numerusform>{n} word is the same</numerusform>
            <numerusform>{n} words in a row are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words lie between the copies</source>
        <translation>
            <numerusform>{n} word lies between the copies</numerusform>
            <numerusform>{n} words lie between the copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words of others inside a turn were taken out.</source>
        <translation>
            <numerusform>{n} word of somebody else inside a turn was taken out.</numerusform>
            <numerusform>{n} words of others inside a turn were taken out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words removed</source>
        <translation>
            <numerusform>{n} word removed</numerusform>
            <numerusform>{n} words removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words that nobody said were taken out.</source>
        <translation>
            <numerusform>{n} word that nobody said was taken out.</numerusform>
            <numerusform>{n} words that nobody said were taken out.</numerusform>
        </translation>
    </message>
    <message>
        <source>{option} has no effect on the format {format}</source>
        <translation>{option} has no effect on the format {format}</translation>
    </message>
    <message>
        <source>{option}: there is no {name}. There are: {known}.</source>
        <translation>{option}: there is no {name}. There are: {known}.</translation>
    </message>
    <message>
        <source>{path} already exists. Open it, or choose another name.</source>
        <translation>{path} already exists. Open it, or choose another name.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} cannot be read: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Try a copy of it.</source>
        <translation>{path} cannot be read: {reason}. Try a copy of it.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Copy it to a folder of your own and open the copy.</source>
        <translation>{path} cannot be written. Copy it to a folder of your own and open the copy.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>{path} cannot be written: {reason}. Choose another place.</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name and the folder.</source>
        <translation>{path} does not exist. Check the name and the folder.</translation>
    </message>
    <message>
        <source>{path} does not hold what it should. Nothing was changed; open it again, or an earlier backup.</source>
        <translation>{path} does not hold what it should. Nothing was changed; open it again, or an earlier backup.</translation>
    </message>
    <message>
        <source>{path} has {size} MB, the limit is {limit} MB. Divide it.</source>
        <translation>{path} has {size} MB, the limit is {limit} MB. Divide it.</translation>
    </message>
    <message>
        <source>{path} holds a training set. Choose another folder, or have it written anew.</source>
        <translation>{path} holds a training set. Choose another folder, or have it written anew.</translation>
    </message>
    <message>
        <source>{path} holds files that are no part of the training set, such as {name}. Move them.</source>
        <translation>{path} holds files that are no part of the training set, such as {name}. Move them.</translation>
    </message>
    <message>
        <source>{path} holds no transcripts. Add some with annotator import.</source>
        <translation>{path} holds no transcripts. Add some with annotator import.</translation>
    </message>
    <message>
        <source>{path} holds things that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation>{path} holds things that annotator never writes ({names}). It was not opened, to be safe.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation>{path} is a folder. Choose a file in it.</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation>{path} is a folder. Give the name of a file in it.</translation>
    </message>
    <message>
        <source>{path} is already open in this program.</source>
        <translation>{path} is already open in this program.</translation>
    </message>
    <message>
        <source>{path} is being written to all the time. Try again in a moment.</source>
        <translation>{path} is being written to all the time. Try again in a moment.</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Open a copy from before.</source>
        <translation>{path} is damaged and was left as it is. Open a copy from before.</translation>
    </message>
    <message>
        <source>{path} is no annotator project. Import it instead if it is a transcript.</source>
        <translation>{path} is no annotator project. Import it instead if it is a transcript.</translation>
    </message>
    <message numerus="yes">
        <source>{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.</source>
        <translation>
            <numerusform>{path} is no folder, and there is {n} transcript. Give a folder after -o, or it with --transcript.</numerusform>
            <numerusform>{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is no folder. Choose another name.</source>
        <translation>{path} is no folder. Choose another name.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Choose a project file.</source>
        <translation>{path} is no ordinary file. Choose a project file.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Remove it and try again.</source>
        <translation>{path} is no ordinary file. Remove it and try again.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Save the transcript to a file and choose that.</source>
        <translation>{path} is no ordinary file. Save the transcript to a file and choose that.</translation>
    </message>
    <message>
        <source>{path} is not empty. Choose a new or empty folder.</source>
        <translation>{path} is not empty. Choose a new or empty folder.</translation>
    </message>
    <message>
        <source>{path} is not what annotator learn --export of this version has written.</source>
        <translation>{path} is not what annotator learn --export of this version has written.</translation>
    </message>
    <message>
        <source>{path} is of a kind that annotator does not write. It was left as it is; open a copy from before.</source>
        <translation>{path} is of a kind that annotator does not write. It was left as it is; open a copy from before.</translation>
    </message>
    <message>
        <source>{path} is open on {host} by {user} since {since}. Open it for reading, or a copy.</source>
        <translation>{path} is open on {host} by {user} since {since}. Open it for reading, or a copy.</translation>
    </message>
    <message>
        <source>{path} is open. Close it, or take a copy of it, and try again.</source>
        <translation>{path} is open. Close it, or take a copy of it, and try again.</translation>
    </message>
    <message>
        <source>{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.</source>
        <translation>{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.</translation>
    </message>
    <message>
        <source>{path} may not be read. Ask its owner for the right to read it.</source>
        <translation>{path} may not be read. Ask its owner for the right to read it.</translation>
    </message>
    <message>
        <source>{path} may not be written. Choose another folder.</source>
        <translation>{path} may not be written. Choose another folder.</translation>
    </message>
    <message>
        <source>{path} may not be written. Close it, or choose another folder.</source>
        <translation>{path} may not be written. Close it, or choose another folder.</translation>
    </message>
    <message>
        <source>{path} stands beside files that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation>{path} stands beside files that annotator never writes ({names}). It was not opened, to be safe.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of annotator. Update annotator to open it.</source>
        <translation>{path} was made by a newer version of annotator. Update annotator to open it.</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.</source>
        <translation>{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.</translation>
    </message>
    <message>
        <source>{path} would be overwritten by its own result. Give another name after -o.</source>
        <translation>{path} would be overwritten by its own result. Give another name after -o.</translation>
    </message>
    <message>
        <source>{path}: all is as it was written</source>
        <translation>{path}: all is as it was written</translation>
    </message>
    <message numerus="yes">
        <source>{path}: learned on {date} from {n} calls</source>
        <translation>
            <numerusform>{path}: learned on {date} from {n} call</numerusform>
            <numerusform>{path}: learned on {date} from {n} calls</numerusform>
        </translation>
    </message>
    <message>
        <source>{path}: nothing has been learned yet.</source>
        <translation>{path}: nothing has been learned yet.</translation>
    </message>
    <message>
        <source>{path}: nothing is learned any more</source>
        <translation>{path}: nothing is learned any more</translation>
    </message>
    <message>
        <source>{path}: the backup of {date} was put back</source>
        <translation>{path}: the backup of {date} was put back</translation>
    </message>
    <message>
        <source>{path}: there are no backups</source>
        <translation>{path}: there are no backups</translation>
    </message>
    <message>
        <source>{path}: there are no two versions of a call</source>
        <translation>{path}: there are no two versions of a call</translation>
    </message>
    <message>
        <source>{path}: there is no such folder. Create it.</source>
        <translation>{path}: there is no such folder. Create it.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: {n} finished calls</source>
        <translation>
            <numerusform>{path}: {n} finished call</numerusform>
            <numerusform>{path}: {n} finished calls</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % like transcript {id}</source>
        <translation>{percent} % like transcript {id}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>{place} of {total}, {n} decided</source>
        <translation>
            <numerusform>{place} of {total}, {n} decided</numerusform>
            <numerusform>{place} of {total}, {n} decided</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation>{place} of {total}: {name}</translation>
    </message>
    <message>
        <source>{project} topics</source>
        <translation>{project} topics</translation>
    </message>
    <message>
        <source>{said}, {percent} % of the time</source>
        <translation>{said}, {percent} % of the time</translation>
    </message>
    <message numerus="yes">
        <source>{same} of {n} places the same</source>
        <translation>
            <numerusform>{same} of {n} place the same</numerusform>
            <numerusform>{same} of {n} places the same</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} %  {name}</source>
        <translation>{share} %  {name}</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} of {known}</translation>
    </message>
    <message>
        <source>{some} of {total}</source>
        <translation>{some} of {total}</translation>
    </message>
    <message>
        <source>{speaker} has turns. Merge with another speaker instead.</source>
        <translation>{speaker} has turns. Merge with another speaker instead.</translation>
    </message>
    <message>
        <source>{speaker} speaks as a client does: {words}</source>
        <translation>{speaker} speaks as a client does: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks as an agent does: {words}</source>
        <translation>{speaker} speaks as an agent does: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks there as the other does elsewhere: {words}</source>
        <translation>{speaker} speaks there as the other does elsewhere: {words}</translation>
    </message>
    <message>
        <source>{speaker} was removed. Undo brings it back.</source>
        <translation>{speaker} was removed. Undo brings it back.</translation>
    </message>
    <message>
        <source>{table}: {read} rows read, {lost} lost, {pages} pages damaged</source>
        <translation>{table}: {read} rows read, {lost} lost, {pages} pages damaged</translation>
    </message>
    <message>
        <source>{text} is not a number from 0 to 1</source>
        <translation>{text} is not a number from 0 to 1</translation>
    </message>
    <message>
        <source>{text} is not a number of turns</source>
        <translation>{text} is not a number of turns</translation>
    </message>
    <message>
        <source>{text} is not three shares, such as 80,10,10</source>
        <translation>{text} is not three shares, such as 80,10,10</translation>
    </message>
    <message>
        <source>{time} a call</source>
        <translation>{time} a call</translation>
    </message>
    <message>
        <source>{time} is no time: left out.</source>
        <translation>{time} is no time: left out.</translation>
    </message>
    <message numerus="yes">
        <source>{turns} of {n} turns</source>
        <translation>
            <numerusform>{turns} of {n} turn</numerusform>
            <numerusform>{turns} of {n} turns</numerusform>
        </translation>
    </message>
    <message>
        <source>{turns}, {percent} % of the words</source>
        <translation>{turns}, {percent} % of the words</translation>
    </message>
    <message>
        <source>{what} (by {who})</source>
        <translation>{what} (by {who})</translation>
    </message>
    <message>
        <source>{where}, “{text}”</source>
        <translation>{where}, “{text}”</translation>
    </message>
    <message>
        <source>{words} words</source>
        <translation>{words} words</translation>
    </message>
    <message>
        <source>{words} words changed</source>
        <translation>{words} words changed</translation>
    </message>
    <message>
        <source>“{action}”</source>
        <translation>“{action}”</translation>
    </message>
    <message>
        <source>“{label}” does not look like a speaker here: kept as words of the turn above.</source>
        <translation>“{label}” does not look like a speaker here: kept as words of the turn above.</translation>
    </message>
    <message>
        <source>“{left}” agrees with “{right}” across the border</source>
        <translation>“{left}” agrees with “{right}” across the border</translation>
    </message>
    <message>
        <source>“{left}” is torn from its verb “{right}”</source>
        <translation>“{left}” is torn from its verb “{right}”</translation>
    </message>
    <message>
        <source>“{pattern}”: a brace is not closed, or not opened. Write for example {example}.</source>
        <translation>“{pattern}”: a brace is not closed, or not opened. Write for example {example}.</translation>
    </message>
    <message>
        <source>“{phrase}” is on the list already.</source>
        <translation>“{phrase}” is on the list already.</translation>
    </message>
    <message>
        <source>“{text}” does not say which words tell which side. Write for example {name}, {sign} or {none}.</source>
        <translation>“{text}” does not say which words tell which side. Write for example {name}, {sign} or {none}.</translation>
    </message>
    <message>
        <source>“{text}” names no columns. Write for example text=3,speaker=2.</source>
        <translation>“{text}” names no columns. Write for example text=3,speaker=2.</translation>
    </message>
    <message>
        <source>“{time}” is damaged: the time that cannot be read is left out.</source>
        <translation>“{time}” is damaged: the time that cannot be read is left out.</translation>
    </message>
    <message>
        <source>“{value}” is none of {known}</source>
        <translation>“{value}” is none of {known}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, and by the other turns the other speaker is {name}</source>
        <translation>“{words}” calls {name}, and by the other turns the other speaker is {name}</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, but by the other turns this speaker is {name}</source>
        <translation>“{words}” calls {name}, but by the other turns this speaker is {name}</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker is {name}</source>
        <translation>“{words}” is said by {by}, and the other speaker is {name}</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker says “{other}”</source>
        <translation>“{words}” is said by {by}, and the other speaker says “{other}”</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but elsewhere this speaker says “{other}”</source>
        <translation>“{words}” is said by {by}, but elsewhere this speaker says “{other}”</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but this speaker is {name}</source>
        <translation>“{words}” is said by {by}, but this speaker is {name}</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, and by the other turns this speaker is the client</source>
        <translation>“{words}” is what a client says, and by the other turns this speaker is the client</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, but by the other turns this speaker is the agent</source>
        <translation>“{words}” is what a client says, but by the other turns this speaker is the agent</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, and by the other turns this speaker is the agent</source>
        <translation>“{words}” is what an agent says, and by the other turns this speaker is the agent</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, but by the other turns this speaker is the client</source>
        <translation>“{words}” is what an agent says, but by the other turns this speaker is the client</translation>
    </message>
    <message>
        <source>“{words}” stands before it</source>
        <translation>“{words}” stands before it</translation>
    </message>
    <message>
        <source>“{word}” often begins a reply</source>
        <translation>“{word}” often begins a reply</translation>
    </message>
    <message>
        <source>“{word}” often ends a turn</source>
        <translation>“{word}” often ends a turn</translation>
    </message>
</context>
</TS>
