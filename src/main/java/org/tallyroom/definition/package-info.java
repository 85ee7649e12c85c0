/**
 * Makes a tree that knows file and line from YAML text, and collects all problems at once. Knows nothing of what the
 * definitions mean. Start at {@link org.tallyroom.definition.YamlTree}.
 */
package org.tallyroom.definition;
