<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file for one transcript, a folder for several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence ends after “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A speaker needs an id, such as {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transcript is added or removed as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transcript needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn cannot be empty. Hide it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn hardly begins with “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn hardly ends on “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn seldom begins with “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A turn seldom ends on “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the alternative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the proposed fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept {n} findings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a topic to the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add speaker {speaker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add topic {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add transcripts to a project, which is made if it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calls of this project are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All findings of this call are decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All words of the turn would go. Merge the turns instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {n} calls of the project, into a folder</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another person may begin here: “{left} | {right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed {path}. Nothing was changed here; open the project again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using {path}. Nothing was changed; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply fixes of at least this confidence, 0 to 1 (default: 0.9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the fixes that are sure and write the repaired transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the very start or end: join with the turn there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the turns around it, the speaker is wrong in {percent} of 100 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the words around it, a sentence ends here in {percent} of 100 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the words around it, the speaker changes here in {percent} of 100 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call is done, next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change topic {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked findings are repaired as one step, which you can undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking this call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on this turn:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit and edit the next or previous turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or the project given; a file that is called like a command is given as ./check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: fine as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document to read and print (DOCX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the first copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the marked copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the second copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop transcripts here, or open a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit topic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of text files (default: as imported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of the files, e.g. cp1251 (default: found out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer: nothing is sent anywhere, and your files are never altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {name} to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write; its suffix chooses the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings to accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First somebody is addressed, then somebody speaks of himself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip the speaker of these turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip the speakers from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip the speakers of the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Give {n} words to {speaker}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Growing run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How this call was read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In clean speech 4 or more words come twice in a row about once in 10,000 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In clean speech {n} words come twice in a row about {rate} times in 10,000 words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In the encoding of the source, {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include the topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines, one object a turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined; the turn keeps the speaker of its first part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only copy {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the first copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the last copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program (default: the system's)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the roles of the speakers out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the speakers out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: who speaks. Right: findings. Click to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of what is included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the transcripts of a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the call as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the call as not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as not reviewed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as reviewed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mislabelled speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move words of turn {number} to the next turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move words of turn {number} to the previous turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speaker yet: kept as a turn without speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic has the key {digit}. Add one in the topics panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topics yet. Add one, then press {key} on a turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No turn of this call is marked as reviewed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, “[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words: kept as an empty turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these findings is current any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these words were imported, so there is nothing to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been decided about this finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One JSON object a file, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answers the other under the same name: “{left} | {right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this transcript (see list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this: duplicates or speakers; can be given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only turns marked as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only turns that are marked as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only visible turns that follow each other can be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a call to see who speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a call to tag its turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other people's work in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlapping turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase repeated in a turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Right to see the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question and answer stand in one turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again in this encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {name} as {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Relabel {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks; every line was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove topic {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove topic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}? Tagged with it: {turns} {calls}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove {topic} from {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename speaker {speaker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a file that is the transcript as it was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore hidden turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Revert this turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert turn to source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run over several turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample in Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is suspect in transcripts, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select at least two turns to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence cut between speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the role of {speaker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short, as it will stand in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all turns again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the turns that hold the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or leave out findings of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}); the last action may not have been done. What you see as saved is saved. Details, without transcript text, are in {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker is unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speakers of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at the caret; both parts keep the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at the caret; the second part gets the other speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still checking this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the roles of the two speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the roles of {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the roles of {first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Swap the speakers of {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Swap the two roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two roles: the speakers exchange name and role, every turn stays with its speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV), with an apostrophe before = + - @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag topics with Ctrl+1 to Ctrl+9, or press F12 when the call is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tag {n} turns with {topic}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in the shape of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the first one; going round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last one; going round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character {character} ({code}) cannot be written in {encoding}. Export as UTF-8, or replace it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check stopped unexpectedly. Your work is saved; reopen the call to check it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook has changed meanwhile; nothing was done. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk or folder with {path} reports an error ({reason}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding was guessed: {encoding}. If letters look wrong, choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {name} can only be read. These can be written: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {name} can only be written. These can be read: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of {path} is damaged. The file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number “{left}” is torn from its noun “{right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. Make room, or send it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same speaker each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same {n} words stand here {times} times without a pause</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The sentence runs on: “{left} | {right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time goes backwards here; the order of the file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript has changed meanwhile; nothing was done. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The turn ends on the conjunction “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The turn ends on the preposition “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words have changed since this was found; nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are fewer than two speakers: checks of speakers need two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no two speakers to exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There are {n} signs that the roles are swapped, and {others} that they are not</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are {n} speakers; calls of two are what checks of speakers are made for.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a speaker {speaker} in this transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a topic called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a transcript {id} in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no detector {name}. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding {encoding}. Choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format {name}. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no second way to repair this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no speaker {speaker} in this transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder: {path}. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript {id} in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript {id} in {path}. See annotator list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no turn to join it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no visible turn to move the words to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing more to undo or redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to change here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to move: put the cursor between two words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to split here: put the cursor between two words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This call has {n} speakers. Add one in the speakers panel.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This call: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding has no alternative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This is too large for a project: {n} MB at most. Nothing was changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This topic is no longer in the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This turn is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Topic {topic} on {n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pairs: source and corrected turns (JSON lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcripts and projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn is reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people in one turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the files at work are done, or cancel them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When does a turn have this topic, when does it not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While editing a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words after the caret go to the next turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words before the caret go to the previous turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the transcripts of a project as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open or write {path}. Choose another folder or ask for access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database (a project is opened, not imported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an office document or a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and {n} more remarks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotator: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in {n} calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>inside turn {turn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}: {remark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only: changes cannot be saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, csv, jsonl, docx or pairs (default: by the suffix)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of turn {turn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start of turn {turn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole of turn {turn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accepted} accepted, {dismissed} dismissed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}; {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} turns reviewed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{encoding}, a guess: check that the text is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same, {alike} begin alike</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{id} is “{role}” here and “{first}” above: the first is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}, now of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, {turns}: {fix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not come back from {encoding} unchanged. Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds subtitles. Export the transcript as plain text with speakers and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a project. Give the exported file another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file that holds the transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in this project already; here it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {kind}, not plain text. Save or export the transcript as plain text and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} begins half a surrogate pair. The file is damaged: export it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} is not {encoding}. The file is damaged, or another encoding should be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: is there already as transcript {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: transcript {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files of these names are in the folder already: {names}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are open. Press F12 again to call it done all the same.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fixes applied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines not understood</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more overlap with them; clean {path} again to see them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open findings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} speakers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are unclear</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have a time but no speaker.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns hidden</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words in a row are the same</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words lie between the copies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{option} has no effect on the format {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} already exists. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Try a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written. Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {size} MB, the limit is {limit} MB. Divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no transcripts. Add some with annotator import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds things that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is already open in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Open a copy from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no annotator project. Import it instead if it is a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Save the transcript to a file and choose that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} may not be read. Ask its owner for the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} may not be written. Close it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was made by a newer version of annotator. Update annotator to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} would be overwritten by its own result. Give another name after -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: there is no such folder. Create it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speaker} speaks as a client does: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speaker} speaks as an agent does: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turns}, {percent} % of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” does not look like a speaker here: kept as words of the turn above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{left}” agrees with “{right}” across the border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{left}” is torn from its verb “{right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” often begins a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” often ends a turn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
